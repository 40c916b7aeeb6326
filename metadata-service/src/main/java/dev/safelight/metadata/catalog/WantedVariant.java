package dev.safelight.metadata.catalog;

import java.util.Optional;

/** Which variant somebody asks for. */
public sealed interface WantedVariant {

  /** The variant that fits, if there is one. */
  Optional<Variant> in(Development development);

  /** The variant of a name. */
  record Named(String name) implements WantedVariant {

    @Override
    public Optional<Variant> in(Development development) {
      return development.variant(name);
    }
  }

  /**
   * Whichever suits the client best.
   *
   * @param webp whether it said that it reads WebP
   */
  record BestFor(boolean webp) implements WantedVariant {

    @Override
    public Optional<Variant> in(Development development) {
      return (webp ? development.variant("webp") : Optional.<Variant>empty())
          .or(development::preferred);
    }
  }
}
