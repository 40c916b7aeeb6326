package dev.safelight.processor.pixels;

/**
 * Turns pictures: rows and columns change places, or not, then the result is mirrored.
 *
 * @param transposed whether rows become columns
 * @param mirrored whether left and right change places, afterwards
 * @param upsideDown whether top and bottom change places, afterwards
 */
public record Turn(boolean transposed, boolean mirrored, boolean upsideDown) {

  /** Walking both pictures in squares keeps the turned one in the processor's caches. */
  private static final int SQUARE = 64;

  /**
   * Clockwise.
   *
   * @param angle 90, 180 or 270 degrees
   */
  public static Turn clockwise(int angle) {
    return new Turn(angle != 180, angle != 270, angle != 90);
  }

  /** The turned picture. */
  public Picture apply(Picture picture) {
    if (!transposed && !mirrored && !upsideDown) {
      return picture;
    }
    var turned = new int[picture.argb().length];
    for (int top = 0; top < picture.height(); top += SQUARE) {
      for (int left = 0; left < picture.width(); left += SQUARE) {
        turnSquare(picture, turned, left, top);
      }
    }
    return transposed
        ? new Picture(picture.height(), picture.width(), picture.hasAlpha(), turned)
        : new Picture(picture.width(), picture.height(), picture.hasAlpha(), turned);
  }

  private void turnSquare(Picture picture, int[] turned, int left, int top) {
    int width = picture.width();
    int right = Math.min(left + SQUARE, width);
    int bottom = Math.min(top + SQUARE, picture.height());
    int step = place(1, 0, picture) - place(0, 0, picture);
    int[] from = picture.argb();
    for (int y = top; y < bottom; y++) {
      int to = place(left, y, picture);
      for (int at = y * width + left; at < y * width + right; at++) {
        turned[to] = from[at];
        to += step;
      }
    }
  }

  private int place(int x, int y, Picture picture) {
    int width = transposed ? picture.height() : picture.width();
    int height = transposed ? picture.width() : picture.height();
    int column = transposed ? y : x;
    int row = transposed ? x : y;
    int shownColumn = mirrored ? width - 1 - column : column;
    int shownRow = upsideDown ? height - 1 - row : row;
    return shownRow * width + shownColumn;
  }
}
