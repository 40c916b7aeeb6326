package dev.safelight.processor.vips;

import dev.safelight.processor.libvips.Interpretation;
import dev.safelight.processor.libvips.VipsImage;
import dev.safelight.processor.libvips.VipsJob;

/** Pictures that carry nothing but their pixels. */
final class Bare {

  private Bare() {}

  /**
   * Computes an sRGB picture and leaves behind what a file said: it is attached to all that is made
   * of the file, and not every encoder can be told to leave it out.
   */
  static VipsImage pixels(VipsJob job, VipsImage picture) {
    var computed = picture.computed();
    return job.wrap(
        computed.pixels(),
        computed.width(),
        computed.height(),
        computed.bands(),
        Interpretation.SRGB);
  }
}
