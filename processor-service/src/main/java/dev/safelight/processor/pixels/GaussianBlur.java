package dev.safelight.processor.pixels;

/**
 * Blurs by a Gaussian, or rather by three averages one after the other, whose result cannot be told
 * from it and whose cost does not depend on its size.
 */
public final class GaussianBlur {

  private final MovingAverage average;

  /**
   * Prepares a blur.
   *
   * @param sigma standard deviation in pixels
   */
  public GaussianBlur(double sigma) {
    this.average = new MovingAverage(sigma);
  }

  /** The blurred picture; what lies beyond its edges looks like them. */
  public Picture apply(Picture picture) {
    var transposed = transposed(Premultiplied.of(picture));
    return Premultiplied.undo(transposed(transposed));
  }

  /** Blurs the rows and makes columns of them, so that doing it twice blurs both. */
  private Picture transposed(Picture picture) {
    int width = picture.width();
    int height = picture.height();
    var blurred = new int[width * height];
    var row = new int[width];
    for (int y = 0; y < height; y++) {
      System.arraycopy(picture.argb(), y * width, row, 0, width);
      average.blur(row, picture.hasAlpha());
      for (int x = 0; x < width; x++) {
        blurred[x * height + y] = row[x];
      }
    }
    return new Picture(height, width, picture.hasAlpha(), blurred);
  }
}
