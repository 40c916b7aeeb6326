package dev.safelight.recipe;

/**
 * Lays a mark over a picture.
 *
 * @param mark what is laid over it
 * @param position where; of no meaning if tiled
 * @param opacity 0 (not to be seen) to 1 (as opaque as the mark itself)
 * @param margin distance to the edges of the picture, and between tiles, in pixels, 0 or more
 * @param scale width of the mark as a part of the picture's width, more than 0 and at most 1
 * @param tiled whether the mark is repeated all over the picture
 */
public record Watermark(
    Mark mark, Position position, double opacity, int margin, double scale, boolean tiled)
    implements PixelStep {

  /** Smallest scale that may be asked for: more tiles than come of it help nobody. */
  public static final double SMALLEST_SCALE = 0.05;

  /** As it is where nothing is said: once, half transparent, in the bottom right corner. */
  public static Watermark of(Mark mark) {
    return new Watermark(mark, Position.BOTTOM_RIGHT, 0.5, 16, 0.2, false);
  }

  /** Refuses what cannot be laid over a picture. */
  public Watermark {
    if (!(opacity >= 0 && opacity <= 1) || margin < 0 || !(scale > 0 && scale <= 1)) {
      throw new IllegalArgumentException(
          "A watermark has an opacity and a scale of at most 1, and no negative margin");
    }
  }
}
