package dev.safelight.recipe.json;

import java.util.EnumSet;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What single JSON values stand for; nothing where they are of another type or out of bounds. */
final class Scalars {

  private Scalars() {}

  static Optional<String> text(JsonNode value) {
    return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
  }

  static Optional<Boolean> bool(JsonNode value) {
    return value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty();
  }

  static Optional<Integer> integer(JsonNode value, int least, int most) {
    return value.isIntegralNumber() && value.canConvertToInt()
        ? Optional.of(value.intValue()).filter(number -> number >= least && number <= most)
        : Optional.empty();
  }

  static Optional<Double> number(JsonNode value, double least, double most) {
    return value.isNumber()
        ? Optional.of(value.doubleValue()).filter(number -> number >= least && number <= most)
        : Optional.empty();
  }

  static <E extends Enum<E>> Optional<E> choice(JsonNode value, Class<E> type) {
    return text(value)
        .flatMap(
            name ->
                EnumSet.allOf(type).stream()
                    .filter(constant -> Names.of(constant).equals(name))
                    .findFirst());
  }

  /** A bound for people, without decimals that say nothing. */
  static String plain(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }
}
