package dev.safelight.metadata.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an image was developed into.
 *
 * @param dimensions as shown: with the orientation applied
 * @param recipe short hash of everything that decides how the variants look
 * @param variants the pictures, in the order of the recipe
 * @param appearance how the original looks
 * @param shot what its camera noted
 * @param at when the last of them was stored
 */
public record Development(
    Dimensions dimensions,
    String recipe,
    List<Variant> variants,
    Appearance appearance,
    Shot shot,
    Instant at) {

  /** The variant of that name, if there is one. */
  public Optional<Variant> variant(String name) {
    return variants.stream().filter(variant -> variant.name().equals(name)).findFirst();
  }

  /** The picture to show when none is asked for: {@code large}, or the first there is. */
  public Optional<Variant> preferred() {
    return variant("large").or(() -> variants.stream().findFirst());
  }
}
