package dev.safelight.processor.vips;

import dev.safelight.processor.libvips.Arguments;
import dev.safelight.processor.libvips.VipsImage;

/** Turns pictures by right angles. */
final class Turn {

  private Turn() {}

  /** Clockwise, by 90, 180 or 270 degrees. */
  static VipsImage by(int degrees, VipsImage picture) {
    return picture.apply("rot", Arguments.integers(degrees / 90));
  }
}
