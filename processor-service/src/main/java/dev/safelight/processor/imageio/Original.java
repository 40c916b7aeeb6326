package dev.safelight.processor.imageio;

import dev.safelight.processor.pixels.Area;
import dev.safelight.processor.pixels.Picture;
import dev.safelight.processor.pixels.Turn;
import dev.safelight.recipe.Size;

/**
 * A decoded picture, perhaps smaller than it is.
 *
 * @param picture its pixels
 * @param size the size it has in truth
 * @param part where it is in the pixels; where sizes were rounded up, there is a bit more
 */
record Original(Picture picture, Size size, Area part) {

  /** In its own size. */
  static Original of(Picture picture) {
    return new Original(picture, new Size(picture.width(), picture.height()), Area.of(picture));
  }

  /** Decoded so many times smaller. */
  static Original reduced(Picture picture, Size size, int reduction) {
    double width = (double) size.width() / reduction;
    double height = (double) size.height() / reduction;
    return new Original(picture, size, new Area(0, 0, width, height));
  }

  /** The same, without alpha if it is opaque. */
  Original withoutNeedlessAlpha() {
    return new Original(picture.withoutNeedlessAlpha(), size, part);
  }

  Original turned(Turn turn) {
    var turned = turn.apply(picture);
    double width = turn.transposed() ? part.height() : part.width();
    double height = turn.transposed() ? part.width() : part.height();
    double left = turn.mirrored() ? turned.width() - width : 0;
    double top = turn.upsideDown() ? turned.height() - height : 0;
    var turnedSize =
        turn.transposed() ? new Size(/* width= */ size.height(), /* height= */ size.width()) : size;
    return new Original(turned, turnedSize, new Area(left, top, width, height));
  }
}
