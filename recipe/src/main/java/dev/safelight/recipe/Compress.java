package dev.safelight.recipe;

/**
 * Chooses how small the file becomes.
 *
 * @param quality of lossy formats, 1 (worst) to 100
 */
public record Compress(int quality) implements Step {

  /** Refuses what no encoder knows. */
  public Compress {
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("A quality is from 1 to 100");
    }
  }
}
