package dev.safelight.processor.imageio;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * How a stored picture becomes the one to be shown: rows and columns change places, or not, then
 * the result is mirrored.
 *
 * @param transposed whether rows become columns
 * @param mirrored whether left and right change places, afterwards
 * @param upsideDown whether top and bottom change places, afterwards
 */
record Orientation(boolean transposed, boolean mirrored, boolean upsideDown) {

  static final Orientation UPRIGHT = new Orientation(false, false, false);

  /** Walking both pictures in squares keeps the turned one in the processor's caches. */
  private static final int SQUARE = 64;

  /** The meaning of Exif's numbers 1 to 8; any other says nothing. */
  static Orientation of(int exif) {
    return switch (exif) {
      case 2 -> new Orientation(false, true, false);
      case 3 -> new Orientation(false, true, true);
      case 4 -> new Orientation(false, false, true);
      case 5 -> new Orientation(true, false, false);
      case 6 -> new Orientation(true, true, false);
      case 7 -> new Orientation(true, true, true);
      case 8 -> new Orientation(true, false, true);
      default -> UPRIGHT;
    };
  }

  /** The picture as it is to be shown; {@code picture} has one integer for each pixel. */
  BufferedImage apply(BufferedImage picture) {
    if (equals(UPRIGHT)) {
      return picture;
    }
    int width = picture.getWidth();
    int height = picture.getHeight();
    var upright =
        transposed
            ? new BufferedImage(height, width, picture.getType())
            : new BufferedImage(width, height, picture.getType());
    for (int top = 0; top < height; top += SQUARE) {
      for (int left = 0; left < width; left += SQUARE) {
        turnSquare(picture, upright, left, top);
      }
    }
    return upright;
  }

  private void turnSquare(BufferedImage picture, BufferedImage upright, int left, int top) {
    int width = picture.getWidth();
    int right = Math.min(left + SQUARE, width);
    int bottom = Math.min(top + SQUARE, picture.getHeight());
    int[] from = pixels(picture);
    int[] to = pixels(upright);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        to[place(x, y, upright)] = from[y * width + x];
      }
    }
  }

  private int place(int x, int y, BufferedImage upright) {
    int column = transposed ? y : x;
    int row = transposed ? x : y;
    int shownColumn = mirrored ? upright.getWidth() - 1 - column : column;
    int shownRow = upsideDown ? upright.getHeight() - 1 - row : row;
    return shownRow * upright.getWidth() + shownColumn;
  }

  private static int[] pixels(BufferedImage picture) {
    return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
  }
}
