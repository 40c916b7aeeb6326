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

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
