package dev.safelight.processor.process.overlay;

import dev.safelight.processor.process.BadImageException;
import dev.safelight.processor.process.RejectionReason;
import dev.safelight.processor.process.WatermarkImages;
import dev.safelight.recipe.Mark;
import dev.safelight.recipe.Size;
import dev.safelight.recipe.Watermark;
import java.util.HashMap;
import java.util.Map;

/** Prepares watermarks for the pictures they are laid over. Safe for use by many threads. */
public final class Overlays {

  private final Map<String, MarkPainter> images = new HashMap<>();
  private final TextFont font = new TextFont();

  /**
   * Reads the font and the images now, so that no file has to be opened later.
   *
   * @throws IllegalArgumentException if one of the images cannot be read
   */
  public Overlays(WatermarkImages marks) {
    marks.files().forEach((name, file) -> images.put(name, new ImagePainter(name, file)));
  }

  /**
   * The overlay for a picture of that size. A mark is never larger than the picture, and keeps a
   * smaller margin where the picture has no room for the whole.
   *
   * @throws BadImageException if there is no image of the name that was asked for
   */
  public Overlay of(Watermark step, int pictureWidth, int pictureHeight) {
    var painter = painter(step.mark());
    var size = size(painter, step.scale(), pictureWidth, pictureHeight);
    var canvas = new Canvas(painter.paint(size), step.opacity());
    return step.tiled()
        ? canvas.tiled(step.margin(), pictureWidth, pictureHeight)
        : canvas.placed(step.position(), step.margin(), pictureWidth, pictureHeight);
  }

  private static Size size(MarkPainter painter, double scale, int pictureWidth, int pictureHeight) {
    double width = Math.min(pictureWidth * scale, pictureHeight * painter.aspectRatio());
    return new Size(
        (int) Math.max(1, Math.round(width)),
        (int) Math.max(1, Math.round(width / painter.aspectRatio())));
  }

  private MarkPainter painter(Mark mark) {
    return switch (mark) {
      case Mark.Text text -> new TextPainter(font, text);
      case Mark.Image image -> {
        var painter = images.get(image.name());
        if (painter == null) {
          throw new BadImageException(
              RejectionReason.UNSUITABLE_REQUEST,
              "There is no watermark image named " + image.name());
        }
        yield painter;
      }
    };
  }
}
