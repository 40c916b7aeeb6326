package dev.safelight.recipe.json;

import java.util.Locale;

/** What constants are called outside of Java: {@code BOTTOM_RIGHT} is {@code bottom-right}. */
final class Names {

  private Names() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
