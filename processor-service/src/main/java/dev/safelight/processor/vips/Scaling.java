package dev.safelight.processor.vips;

import dev.safelight.processor.libvips.Arguments;
import dev.safelight.processor.libvips.VipsImage;
import dev.safelight.recipe.Size;

/** Changes sizes (Lanczos 3, after averaging whole pixels while there are many of them). */
final class Scaling {

  private Scaling() {}

  /** The picture at exactly that size. */
  static VipsImage to(Size size, VipsImage picture) {
    if (size.equals(sizeOf(picture))) {
      return picture;
    }
    return picture.hasAlpha()
        ? Alpha.weighted(picture, weighted -> plainly(size, weighted))
        : plainly(size, picture);
  }

  static Size sizeOf(VipsImage picture) {
    return new Size(picture.width(), picture.height());
  }

  /** Likewise, without regard to transparency. */
  static VipsImage plainly(Size size, VipsImage picture) {
    double horizontal = (double) size.width() / picture.width();
    double vertical = (double) size.height() / picture.height();
    return picture.apply("resize", Arguments.numbers(horizontal).with("vscale", vertical));
  }
}
