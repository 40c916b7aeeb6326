package dev.safelight.metadata.web;

import dev.safelight.metadata.search.Sorting;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Orders of lists as they are written in queries. */
final class Sortings {

  static final String RULE =
      Arrays.stream(Sorting.Key.values())
          .map(Sorting.Key::label)
          .collect(Collectors.joining(", ", "must be one of ", ", with - before it or +"));

  private Sortings() {}

  /** A key, with {@code -} for descending before it; {@code +} arrives as a space. */
  static Optional<Sorting> parse(String text) {
    var descending = text.startsWith("-");
    var signed = descending || text.startsWith("+") || text.startsWith(" ");
    var label = signed ? text.substring(1) : text;
    return Arrays.stream(Sorting.Key.values())
        .filter(key -> key.label().equals(label))
        .findFirst()
        .map(key -> new Sorting(key, descending));
  }
}
