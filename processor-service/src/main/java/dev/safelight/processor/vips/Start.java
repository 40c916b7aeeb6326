package dev.safelight.processor.vips;

import dev.safelight.processor.libvips.VipsImage;
import dev.safelight.recipe.Frame;
import dev.safelight.recipe.PixelStep;
import dev.safelight.recipe.Resize;
import dev.safelight.recipe.Size;
import dev.safelight.recipe.VariantSpec;
import java.util.List;

/**
 * How a variant begins: by scaling the whole picture, which those of one size share; by the picture
 * as it is, where it begins by anything else.
 *
 * @param spec what is to be made
 * @param frame the first resize; the whole picture if there is none
 * @param rest what is left to be done after it
 */
record Start(VariantSpec spec, Frame frame, List<PixelStep> rest) {

  static Start of(VariantSpec spec, Size picture) {
    var steps = spec.steps();
    if (!steps.isEmpty() && steps.getFirst() instanceof Resize resize) {
      var frame = resize.frame(picture.width(), picture.height());
      return new Start(spec, frame, steps.subList(1, steps.size()));
    }
    return new Start(spec, new Frame(picture, picture), steps);
  }

  /** The smallest size with the proportions of the picture from which all can be made. */
  static Size largest(List<Start> starts, Size picture) {
    var preview = Previews.sizeOf(picture);
    int width = preview.width();
    int height = preview.height();
    for (var start : starts) {
      width = Math.max(width, start.size().width());
      height = Math.max(height, start.size().height());
    }
    return covering(new Size(width, height), starts, picture);
  }

  /** Where one picture is the largest in both directions, it is the size itself, to the pixel. */
  private static Size covering(Size all, List<Start> starts, Size picture) {
    if (starts.stream().anyMatch(start -> start.size().equals(all))) {
      return all;
    }
    double scale =
        Math.max((double) all.width() / picture.width(), (double) all.height() / picture.height());
    return new Size(
        (int) Math.max(all.width(), Math.round(picture.width() * scale)),
        (int) Math.max(all.height(), Math.round(picture.height() * scale)));
  }

  /** What the whole picture is scaled to. */
  Size size() {
    return frame.scaled();
  }

  long pixels() {
    return (long) size().width() * size().height();
  }

  /** The scaled picture, cut or padded. */
  VipsImage framed(VipsImage scaled) {
    return Framing.in(frame, scaled);
  }
}
