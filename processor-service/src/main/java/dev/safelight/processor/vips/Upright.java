package dev.safelight.processor.vips;

import dev.safelight.processor.libvips.Arguments;
import dev.safelight.processor.libvips.VipsImage;
import dev.safelight.processor.process.Orientation;
import dev.safelight.recipe.Size;

/** Turns pictures upright. */
final class Upright {

  /** VipsDirection. */
  private static final int HORIZONTAL = 0;

  private static final int VERTICAL = 1;

  private final Orientation orientation;

  Upright(Orientation orientation) {
    this.orientation = orientation;
  }

  /** The picture as it is to be shown. */
  VipsImage apply(VipsImage picture) {
    return orientation.transposed()
        ? mirrored(Turn.by(90, picture), !orientation.mirrored(), orientation.upsideDown())
        : mirrored(picture, orientation.mirrored(), orientation.upsideDown());
  }

  /** Whether it leaves each row where it is, so that it needs no more than one at a time. */
  boolean keepsRows() {
    return !orientation.transposed() && !orientation.upsideDown();
  }

  /**
   * A size in the picture as it is stored, or that one as it is shown: the way back is the same.
   */
  Size of(Size size) {
    return orientation.transposed()
        ? new Size(/* width= */ size.height(), /* height= */ size.width())
        : size;
  }

  /**
   * A quarter turn with a mirror to the left or right is what {@link Orientation} transposes by.
   */
  private static VipsImage mirrored(VipsImage picture, boolean mirrored, boolean upsideDown) {
    if (mirrored && upsideDown) {
      return Turn.by(180, picture);
    }
    if (mirrored || upsideDown) {
      return picture.apply("flip", Arguments.integers(mirrored ? HORIZONTAL : VERTICAL));
    }
    return picture;
  }
}
