package dev.safelight.metadata.catalog;

/**
 * Size of a picture.
 *
 * @param width pixels
 * @param height pixels
 */
public record Dimensions(int width, int height) {

  /** Width to height in the smallest whole numbers, such as {@code 3:2}. */
  public String aspectRatio() {
    var divisor = Math.max(1, gcd(width, height));
    return width / divisor + ":" + height / divisor;
  }

  /** Whether this is the whole of such a picture, scaled to whole pixels. */
  public boolean isProportionalTo(Dimensions picture) {
    double exactHeight = (double) picture.height * width / picture.width;
    double exactWidth = (double) picture.width * height / picture.height;
    return Math.abs(height - exactHeight) <= 1 || Math.abs(width - exactWidth) <= 1;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
