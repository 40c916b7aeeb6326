package dev.safelight.recipe;

import java.util.List;

/**
 * One picture to be made.
 *
 * @param name how the picture is asked for; unique within a recipe, part of object keys
 * @param steps what is done to the original, in this order; none for the original's own size
 * @param format how its format is chosen
 * @param quality of lossy formats, 1 (worst) to 100
 */
public record VariantSpec(String name, List<PixelStep> steps, FormatChoice format, int quality) {

  private static final String NAME = "[a-z0-9][a-z0-9-]{0,31}";

  /** Refuses what could not be made or would not be safe in a key. */
  public VariantSpec {
    steps = List.copyOf(steps);
    if (!isName(name)) {
      throw new IllegalArgumentException("The name of a variant must match " + NAME);
    }
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("Variant " + name + " has no valid quality");
    }
  }

  /** Whether a variant may have this name. */
  public static boolean isName(String name) {
    return name.matches(NAME);
  }

  /** A picture that fits within a square of {@code edge} pixels. */
  public static VariantSpec within(int edge, String name, FormatChoice format, int quality) {
    return new VariantSpec(name, List.of(Resize.within(edge)), format, quality);
  }
}
