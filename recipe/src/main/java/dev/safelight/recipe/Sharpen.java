package dev.safelight.recipe;

/**
 * Sharpens by an unsharp mask: adds the difference between the picture and its Gaussian blur.
 *
 * @param radius standard deviation of the blur in pixels, 0.3 to 10
 * @param amount how much of the difference is added, more than 0 and at most 10
 */
public record Sharpen(double radius, double amount) implements PixelStep {

  /** Refuses what makes no sense. */
  public Sharpen {
    if (!(radius >= 0.3 && radius <= 10 && amount > 0 && amount <= 10)) {
      throw new IllegalArgumentException(
          "Sharpening has a radius from 0.3 to 10 and an amount of at most 10");
    }
  }
}
