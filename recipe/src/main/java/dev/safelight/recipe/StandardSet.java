package dev.safelight.recipe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The set that is there without any setting. */
final class StandardSet {

  static final List<RequestedVariant> VARIANTS =
      List.of(
          variant("large", 1200, null),
          variant("medium", 800, null),
          variant("thumbnail", 300, null),
          variant("tiny", 100, null),
          variant("webp", 1200, FormatChoice.WEBP),
          variant("original", null, null));

  private StandardSet() {}

  private static RequestedVariant variant(
      String name, @Nullable Integer edge, @Nullable FormatChoice format) {
    return new RequestedVariant(name, edge, edge, Fit.INSIDE, null, format, null);
  }
}
