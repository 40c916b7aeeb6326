package dev.safelight.processor.vips;

import dev.safelight.processor.libvips.Arguments;
import dev.safelight.processor.libvips.VipsImage;
import java.util.function.UnaryOperator;

/** Transparency: how much of a pixel is seen. */
final class Alpha {

  private static final double OPAQUE = 255;
  private static final double[] WHITE = {255, 255, 255};

  /** VipsOperationRound: to the nearest. */
  private static final int NEAREST = 0;

  /** VipsBandFormat: bytes. */
  private static final int BYTES = 0;

  private Alpha() {}

  /**
   * Does something that mixes neighbouring pixels. What cannot be seen must not colour what can, so
   * each pixel weighs as much as is seen of it.
   */
  static VipsImage weighted(VipsImage picture, UnaryOperator<VipsImage> mixing) {
    var weighted = picture.apply("premultiply", Arguments.none());
    var mixed = mixing.apply(weighted).apply("unpremultiply", Arguments.none());
    return bytes(mixed);
  }

  /** Rounds computed values to bytes; libvips alone would cut them off. */
  static VipsImage bytes(VipsImage computed) {
    return computed
        .apply("round", Arguments.integers(NEAREST))
        .apply("cast", Arguments.integers(BYTES));
  }

  /** Whether any pixel is transparent, even in part; looks at every one. */
  static boolean isUsed(VipsImage picture) {
    return only(picture).measure("min") < OPAQUE;
  }

  /** The alpha channel. */
  static VipsImage only(VipsImage picture) {
    return picture.apply("extract_band", Arguments.integers(picture.bands() - 1));
  }

  /** The same picture, without an alpha channel if it says nothing. */
  static VipsImage droppedIfUnused(VipsImage picture) {
    if (!picture.hasAlpha()) {
      return picture;
    }
    var computed = picture.computed();
    return isUsed(computed) ? computed : dropped(computed);
  }

  /** Without the alpha channel, whatever it says. */
  static VipsImage dropped(VipsImage picture) {
    return picture.apply("extract_band", Arguments.integers(0).with("n", picture.bands() - 1));
  }

  /** With an alpha channel; opaque where there was none. */
  static VipsImage added(VipsImage picture) {
    return picture.hasAlpha() ? picture : picture.apply("addalpha", Arguments.none());
  }

  /** Laid over white, without an alpha channel. */
  static VipsImage overWhite(VipsImage picture) {
    return picture.hasAlpha()
        ? picture.apply("flatten", Arguments.none().with("background", WHITE))
        : picture;
  }
}
