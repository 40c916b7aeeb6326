package dev.safelight.recipe;

import org.jspecify.annotations.Nullable;

/**
 * Cuts a rectangle out. What reaches out of the picture is cut to it, and at least one pixel stays.
 *
 * @param x left edge in pixels, 0 or more; null to be placed by {@code position}
 * @param y top edge in pixels, 0 or more; null to be placed by {@code position}
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param position where the rectangle is along an axis whose edge is not given
 */
public record Crop(
    @Nullable Integer x, @Nullable Integer y, int width, int height, Position position)
    implements PixelStep {

  /** Refuses rectangles that cannot be. */
  public Crop {
    if (width < 1 || height < 1 || (x != null && x < 0) || (y != null && y < 0)) {
      throw new IllegalArgumentException("A crop has a place and at least one pixel");
    }
  }

  /** The rectangle within a picture of that size. */
  public Box box(int pictureWidth, int pictureHeight) {
    int boxWidth = Math.min(width, pictureWidth);
    int boxHeight = Math.min(height, pictureHeight);
    int left = x == null ? position.left(pictureWidth - boxWidth) : Math.min(x, pictureWidth - 1);
    int top = y == null ? position.top(pictureHeight - boxHeight) : Math.min(y, pictureHeight - 1);
    return new Box(
        left,
        top,
        Math.min(boxWidth, pictureWidth - left),
        Math.min(boxHeight, pictureHeight - top));
  }
}
