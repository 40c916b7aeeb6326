package dev.safelight.processor.vips;

import dev.safelight.processor.libvips.Arguments;
import dev.safelight.processor.libvips.VipsImage;
import dev.safelight.recipe.Box;
import dev.safelight.recipe.Frame;
import dev.safelight.recipe.Size;

/** Cuts pictures, and lays them on larger canvases. */
final class Framing {

  /** VipsExtend: all zero, which is transparent. */
  private static final int EMPTY = 0;

  private Framing() {}

  /** The scaled picture in its frame. */
  static VipsImage in(Frame frame, VipsImage scaled) {
    if (frame.scaled().equals(frame.frame())) {
      return scaled;
    }
    int left = frame.left();
    int top = frame.top();
    int width = Math.min(scaled.width(), frame.frame().width());
    int height = Math.min(scaled.height(), frame.frame().height());
    var seen = cut(new Box(Math.max(0, -left), Math.max(0, -top), width, height), scaled);
    return width < frame.frame().width() || height < frame.frame().height()
        ? on(frame.frame(), Math.max(0, left), Math.max(0, top), seen)
        : seen;
  }

  /** A part of the picture. */
  static VipsImage cut(Box box, VipsImage picture) {
    boolean whole = box.width() == picture.width() && box.height() == picture.height();
    return whole
        ? picture
        : picture.apply(
            "extract_area", Arguments.integers(box.left(), box.top(), box.width(), box.height()));
  }

  /** The picture somewhere on a larger, transparent canvas. */
  static VipsImage on(Size canvas, int left, int top, VipsImage picture) {
    return Alpha.added(picture)
        .apply(
            "embed",
            Arguments.integers(left, top, canvas.width(), canvas.height()).with("extend", EMPTY));
  }
}
