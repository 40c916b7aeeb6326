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

  private final Original original;
  private Original last;

  Cascade(Original original) {
    this.original = original;
    this.last = original;
  }

  Original original() {
    return original;
  }

  /** The picture scaled, then cut or padded to its frame. */
  Picture framed(Frame frame) {
    int width = frame.frame().width();
    int height = frame.frame().height();
    var scaled = scaled(frame.scaled());
    return scaled
        .crop(
            Math.max(0, -frame.left()),
            Math.max(0, -frame.top()),
            Math.min(width, scaled.width()),
            Math.min(height, scaled.height()))
        .padded(Math.max(0, frame.left()), Math.max(0, frame.top()), width, height);
  }

  /** The picture scaled. */
  Picture scaled(Size size) {
    boolean enough =
        last.picture().width() >= size.width() && last.picture().height() >= size.height();
    var from = enough ? last : original;
    var scaled = Resampler.scale(from.picture(), from.part(), size.width(), size.height());
    last = Original.of(scaled);
    return scaled;
  }
}
