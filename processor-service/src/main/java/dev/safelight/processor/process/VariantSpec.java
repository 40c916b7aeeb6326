package dev.safelight.processor.process;

/**
 * One picture to be made.
 *
 * @param name how the picture is asked for; unique within a recipe, part of object keys
 * @param edge the picture fits within a square of this many pixels; smaller originals are never
 *     enlarged
 * @param format how its format is chosen
 * @param quality of lossy formats, 1 (worst) to 100
 */
public record VariantSpec(String name, int edge, FormatChoice format, int quality) {

  /** An edge that no picture reaches: the size of the original. */
  public static final int FULL_SIZE = Integer.MAX_VALUE;

  private static final String NAME = "[a-z0-9][a-z0-9-]{0,31}";

  /** Refuses what could not be made or would not be safe in a key. */
  public VariantSpec {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException("The name of a variant must match " + NAME);
    }
    if (edge < 1 || quality < 1 || quality > 100) {
      throw new IllegalArgumentException("Variant " + name + " has no valid edge or quality");
    }
  }
}
