package dev.safelight.processor.vips;

import dev.safelight.processor.libvips.Arguments;
import dev.safelight.processor.libvips.VipsImage;
import dev.safelight.processor.libvips.VipsJob;
import dev.safelight.recipe.Sharpen;
import dev.safelight.recipe.Size;

/** Changes how a picture looks, and not its size. */
final class Filters {

  /** ITU-R BT.601. */
  private static final double RED = 0.299;

  private static final double GREEN = 0.587;
  private static final double BLUE = 0.114;

  /** The mask ends where the Gaussian has fallen to this part of its height. */
  private static final double NEGLIGIBLE = 0.02;

  /** VipsPrecision. */
  private static final int FLOAT = 1;

  /** VipsBandFormat. */
  private static final int FLOATS = 6;

  /** A Gaussian this wide looks the same on a picture of half the size. */
  private static final double WIDE = 8;

  private Filters() {}

  /** Luma in all three channels; transparency stays. */
  static VipsImage gray(VipsJob job, VipsImage picture) {
    var matrix =
        picture.hasAlpha()
            ? job.matrix(
                4, 4, RED, GREEN, BLUE, 0, RED, GREEN, BLUE, 0, RED, GREEN, BLUE, 0, 0, 0, 0, 1)
            : job.matrix(3, 3, RED, GREEN, BLUE, RED, GREEN, BLUE, RED, GREEN, BLUE);
    return Alpha.bytes(picture.apply("recomb", Arguments.image(matrix)));
  }

  /** By a Gaussian of that standard deviation in pixels. */
  static VipsImage blurred(VipsImage picture, double deviation) {
    return picture.hasAlpha()
        ? Alpha.weighted(picture, weighted -> gaussian(weighted, deviation))
        : Alpha.bytes(gaussian(floats(picture), deviation));
  }

  /**
   * The picture and so many times what its blur takes away; transparency stays. What is blurred has
   * fractions, which would be seen if they were lost before they are multiplied.
   */
  static VipsImage sharpened(VipsJob job, VipsImage picture, Sharpen sharpen) {
    if (picture.hasAlpha()) {
      var colors = sharpened(job, Alpha.dropped(picture), sharpen);
      return colors.apply("bandjoin2", Alpha.only(picture));
    }
    var blur = gaussian(floats(picture), sharpen.radius());
    var more = scaled(picture, 1 + sharpen.amount());
    return Alpha.bytes(more.apply("subtract", scaled(blur, sharpen.amount())));
  }

  private static VipsImage gaussian(VipsImage picture, double deviation) {
    if (deviation >= 2 * WIDE && picture.width() > 1 && picture.height() > 1) {
      return enlarged(gaussian(halved(picture), deviation / 2), picture);
    }
    return picture.apply(
        "gaussblur",
        Arguments.numbers(deviation).with("min_ampl", NEGLIGIBLE).with("precision", FLOAT));
  }

  private static VipsImage halved(VipsImage picture) {
    var half = new Size((picture.width() + 1) / 2, (picture.height() + 1) / 2);
    return Scaling.plainly(half, picture).computed();
  }

  private static VipsImage enlarged(VipsImage small, VipsImage original) {
    return Scaling.plainly(Scaling.sizeOf(original), small.computed());
  }

  private static VipsImage floats(VipsImage picture) {
    return picture.apply("cast", Arguments.integers(FLOATS));
  }

  private static VipsImage scaled(VipsImage picture, double factor) {
    return picture.apply("linear", Arguments.vectors(new double[] {factor}, new double[] {0}));
  }
}
