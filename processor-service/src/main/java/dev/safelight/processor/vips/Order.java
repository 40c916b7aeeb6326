package dev.safelight.processor.vips;

import dev.safelight.imageheader.ImageHeader;
import dev.safelight.recipe.FormatChoice;
import dev.safelight.recipe.Frame;
import dev.safelight.recipe.PixelStep;
import dev.safelight.recipe.Resize;
import dev.safelight.recipe.Size;
import dev.safelight.recipe.VariantSpec;
import java.util.List;

/**
 * What a variant comes to for one picture; those of the same order are the same, byte by byte. It
 * begins by scaling the whole picture, which those of one size share, or by the picture as it is
 * where its first step is another.
 *
 * @param frame what the first resize comes to; the whole picture if there is none
 * @param rest what is left to be done after it
 * @param format how the format is chosen
 * @param quality of lossy formats
 */
record Order(Frame frame, List<PixelStep> rest, FormatChoice format, int quality) {

  static Order of(VariantSpec spec, Size picture) {
    var steps = spec.steps();
    if (!steps.isEmpty() && steps.getFirst() instanceof Resize resize) {
      var frame = resize.frame(picture.width(), picture.height());
      return new Order(frame, steps.subList(1, steps.size()), spec.format(), spec.quality());
    }
    return new Order(new Frame(picture, picture), steps, spec.format(), spec.quality());
  }

  /** Whether all frames are asked for, and there are several. */
  boolean isAnimated(ImageHeader header) {
    boolean animatable =
        switch (header.type()) {
          case GIF, WEBP -> true;
          case JPEG, PNG, BMP, TIFF -> false;
        };
    return animatable
        && header.frames() > 1
        && (format == FormatChoice.WEBP || format == FormatChoice.GIF);
  }

  /** Whether it is nothing but the picture, encoded anew. */
  boolean isWhole(Size picture) {
    return size().equals(picture) && frame.frame().equals(picture) && rest.isEmpty();
  }

  /** What the whole picture is scaled to. */
  Size size() {
    return frame.scaled();
  }

  long pixels() {
    return (long) size().width() * size().height();
  }

  /** The smallest size with the proportions of the picture from which all can be made. */
  static Size largest(List<Order> orders, Size picture) {
    var preview = Previews.sizeOf(picture);
    int width = preview.width();
    int height = preview.height();
    for (var order : orders) {
      width = Math.max(width, order.size().width());
      height = Math.max(height, order.size().height());
    }
    var all = new Size(width, height);
    boolean isOne = orders.stream().anyMatch(order -> order.size().equals(all));
    return isOne || all.equals(preview) ? all : covering(all, picture);
  }

  private static Size covering(Size all, Size picture) {
    double scale =
        Math.max((double) all.width() / picture.width(), (double) all.height() / picture.height());
    return new Size(
        (int) Math.max(all.width(), Math.round(picture.width() * scale)),
        (int) Math.max(all.height(), Math.round(picture.height() * scale)));
  }
}
