package dev.safelight.processor.imageio;

import dev.safelight.processor.pixels.Picture;
import dev.safelight.processor.pixels.Resampler;
import dev.safelight.recipe.Frame;
import dev.safelight.recipe.Size;

/**
 * Makes one picture smaller several times: from the one made just before where that is large
 * enough, otherwise from the original. So the largest should be asked for first.
 */
final class Cascade {

  private final Picture original;
  private Picture last;

  Cascade(Picture original) {
    this.original = original;
    this.last = original;
  }

  Picture original() {
    return original;
  }

  /** The picture scaled, then cut or padded to its frame. */
  Picture framed(Frame frame) {
    return framed(scaled(frame.scaled()), frame);
  }

  /** The picture scaled. */
  Picture scaled(Size size) {
    boolean enough = last.width() >= size.width() && last.height() >= size.height();
    last = Resampler.scale(enough ? last : original, size.width(), size.height());
    return last;
  }

  /** Cuts off what sticks out of the frame, and pads what stays empty. */
  static Picture framed(Picture scaled, Frame frame) {
    int width = frame.frame().width();
    int height = frame.frame().height();
    return scaled
        .crop(
            Math.max(0, -frame.left()),
            Math.max(0, -frame.top()),
            Math.min(width, scaled.width()),
            Math.min(height, scaled.height()))
        .padded(Math.max(0, frame.left()), Math.max(0, frame.top()), width, height);
  }
}
