package dev.safelight.recipe;

/**
 * Blurs by a Gaussian.
 *
 * @param radius its standard deviation in pixels, 0.3 to 100
 */
public record Blur(double radius) implements PixelStep {

  /** Refuses what cannot be seen or costs too much. */
  public Blur {
    if (!(radius >= 0.3 && radius <= 100)) {
      throw new IllegalArgumentException("A blur has a radius from 0.3 to 100");
    }
  }
}
