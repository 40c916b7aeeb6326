package dev.safelight.metadata.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads query parameters and collects what is wrong with them, to be told all at once. */
class QueryReader {

  private final MultiValueMap<String, String> parameters;
  private final List<Map<String, String>> errors = new ArrayList<>();

  QueryReader(MultiValueMap<String, String> parameters) {
    this.parameters = parameters;
  }

  /**
   * Of a request that has no parameters.
   *
   * @throws dev.safelight.webapi.ProblemException 400 that names those that are there
   */
  static void refuseAny(MultiValueMap<String, String> parameters) {
    new QueryReader(parameters).knowOnly(Set.of()).refuseMistakes();
  }

  /** The value of a parameter; null if it is not there, or is wrong. */
  <T> @Nullable T read(String name, Function<String, Optional<T>> parse, String rule) {
    var values = parameters.getOrDefault(name, List.of());
    if (values.isEmpty()) {
      return null;
    }
    var value = values.size() == 1 ? Objects.requireNonNullElse(values.getFirst(), "") : null;
    var parsed = value == null ? Optional.<T>empty() : parse.apply(value);
    if (parsed.isEmpty()) {
      errors.add(Refusals.error(name, rule));
    }
    return parsed.orElse(null);
  }

  /** Notes that a parameter can't be used like this. */
  void refuse(String name, String rule) {
    errors.add(Refusals.error(name, rule));
  }

  /** Parameters we don't know are mistakes: ignoring one would answer another question. */
  QueryReader knowOnly(Set<String> names) {
    for (var name : new TreeSet<>(parameters.keySet())) {
      if (!names.contains(name)) {
        errors.add(Refusals.error(name, "is not a parameter of this request"));
      }
    }
    return this;
  }

  /**
   * Ends the reading.
   *
   * @throws dev.safelight.webapi.ProblemException 400 if anything was wrong
   */
  void refuseMistakes() {
    if (!errors.isEmpty()) {
      throw Refusals.badQuery(errors);
    }
  }

  /** Parses whole numbers within bounds, both inclusive. */
  static Function<String, Optional<Integer>> between(int least, int most) {
    return text ->
        text.matches("[0-9]{1,9}")
            ? Optional.of(Integer.parseInt(text))
                .filter(number -> number >= least && number <= most)
            : Optional.empty();
  }
}
