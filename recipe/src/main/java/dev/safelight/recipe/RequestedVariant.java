package dev.safelight.recipe;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A variant that an uploader or an operator asks for; what is null is left to the settings.
 *
 * @param name how the picture is asked for later
 * @param width in pixels; null for whatever the height demands
 * @param height in pixels; null for whatever the width demands; both null for the original's size
 * @param fit how both are met; null for {@link Fit#INSIDE}
 * @param quality of lossy formats, 1 (worst) to 100
 * @param format how its format is chosen; null for {@link FormatChoice#NATURAL}
 * @param watermark whether the configured watermark is laid over it
 */
public record RequestedVariant(
    String name,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Fit fit,
    @Nullable Integer quality,
    @Nullable FormatChoice format,
    @Nullable Boolean watermark) {

  private static final int LONGEST_SIDE = 12_000;

  /** Refuses what could not be made. */
  public RequestedVariant {
    if (!VariantSpec.isName(requireNonNull(name, "A variant needs a name"))) {
      throw new IllegalArgumentException("No variant can be named " + name);
    }
    if (isBeyond(LONGEST_SIDE, width) || isBeyond(LONGEST_SIDE, height) || isBeyond(100, quality)) {
      throw new IllegalArgumentException(
          "Variant %s needs sides from 1 to 12000 and a quality from 1 to 100".formatted(name));
    }
  }

  private static boolean isBeyond(int most, @Nullable Integer value) {
    return value != null && (value < 1 || value > most);
  }
}
