package dev.safelight.recipe.json;

import java.util.EnumSet;
import java.util.Locale;
import java.util.stream.Collectors;

/** What constants are called outside of Java: {@code BOTTOM_RIGHT} is {@code bottom-right}. */
final class Names {

  private Names() {}

  /** All of a type, for people. */
  static <E extends Enum<E>> String of(Class<E> type) {
    return EnumSet.allOf(type).stream().map(Names::of).collect(Collectors.joining(", "));
  }

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
