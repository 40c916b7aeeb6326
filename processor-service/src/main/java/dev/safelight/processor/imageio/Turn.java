package dev.safelight.processor.imageio;

import dev.safelight.processor.process.Orientation;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Turns pictures upright. */
final class Turn {

  /** Walking both pictures in squares keeps the turned one in the processor's caches. */
  private static final int SQUARE = 64;

  private final Orientation orientation;

  Turn(Orientation orientation) {
    this.orientation = orientation;
  }

  /** The picture as it is to be shown; {@code picture} has one integer for each pixel. */
  BufferedImage apply(BufferedImage picture) {
    if (orientation.equals(Orientation.UPRIGHT)) {
      return picture;
    }
    int width = picture.getWidth();
    int height = picture.getHeight();
    var upright =
        orientation.transposed()
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
    int column = orientation.transposed() ? y : x;
    int row = orientation.transposed() ? x : y;
    int shownColumn = orientation.mirrored() ? upright.getWidth() - 1 - column : column;
    int shownRow = orientation.upsideDown() ? upright.getHeight() - 1 - row : row;
    return shownRow * upright.getWidth() + shownColumn;
  }

  private static int[] pixels(BufferedImage picture) {
    return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
  }
}
