package dev.safelight.recipe;

/**
 * Turns a picture clockwise.
 *
 * @param angle 90, 180 or 270 degrees
 */
public record Rotate(int angle) implements PixelStep {

  /** Refuses what is no right angle. */
  public Rotate {
    if (angle != 90 && angle != 180 && angle != 270) {
      throw new IllegalArgumentException("A picture is turned by 90, 180 or 270 degrees");
    }
  }
}
