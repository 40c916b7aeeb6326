package dev.safelight.recipe.json;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The members of a JSON object. Whoever asks for one gets it, or null where it is absent or null,
 * or where it is wrong: then it is among the findings too.
 */
final class Members {

  /** Names we do not know are given back, but not at any length. */
  private static final int SHOWN_CHARS = 50;

  private final JsonNode object;
  private final String path;
  private final Findings findings;
  private final Set<String> known = new HashSet<>();

  private Members(JsonNode object, String path, Findings findings) {
    this.object = object;
    this.path = path;
    this.findings = findings;
  }

  /** Those of {@code node}, or none where it is no object. */
  static Members of(JsonNode node, String path, Findings findings) {
    if (!node.isObject()) {
      findings.add(path, "Use a JSON object.");
      return new Members(JsonNodeFactory.instance.objectNode(), path, findings);
    }
    return new Members(node, path, findings);
  }

  String path(String name) {
    var shown = name.length() <= SHOWN_CHARS ? name : name.substring(0, SHOWN_CHARS) + '…';
    return path.isEmpty() ? shown : path + '.' + shown;
  }

  void wrong(String name, String message) {
    findings.add(path(name), message);
  }

  void wrong(String message) {
    findings.add(path, message);
  }

  boolean has(String name) {
    return get(name) != null;
  }

  @Nullable JsonNode get(String name) {
    known.add(name);
    var member = object.get(name);
    return member == null || member.isNull() ? null : member;
  }

  /** Finds fault with a member that is not there. */
  Members require(String name) {
    if (!has(name)) {
      wrong(name, "Give it.");
    }
    return this;
  }

  Members object(String name) {
    var member = get(name);
    return of(
        member == null ? JsonNodeFactory.instance.objectNode() : member, path(name), findings);
  }

  @Nullable String text(String name) {
    return read(name, Scalars::text, "Use a string.");
  }

  @Nullable Boolean bool(String name) {
    return read(name, Scalars::bool, "Use true or false.");
  }

  @Nullable Integer integer(String name, int least, int most) {
    return read(
        name,
        member -> Scalars.integer(member, least, most),
        "Use a whole number from %d to %d.".formatted(least, most));
  }

  int integer(String name, int least, int most, int otherwise) {
    return Objects.requireNonNullElse(integer(name, least, most), otherwise);
  }

  @Nullable Double number(String name, double least, double most) {
    return read(
        name,
        member -> Scalars.number(member, least, most),
        "Use a number from %s to %s.".formatted(Scalars.plain(least), Scalars.plain(most)));
  }

  double number(String name, double least, double most, double otherwise) {
    return Objects.requireNonNullElse(number(name, least, most), otherwise);
  }

  <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
    return read(
        name, member -> Scalars.choice(member, type), "Use one of %s.".formatted(Names.of(type)));
  }

  private <T> @Nullable T read(
      String name, Function<JsonNode, Optional<T>> reading, String otherwise) {
    var member = get(name);
    if (member == null) {
      return null;
    }
    var value = reading.apply(member);
    if (value.isEmpty()) {
      wrong(name, otherwise);
    }
    return value.orElse(null);
  }

  /** Finds fault with every member that nobody asked for. */
  void refuseOthers() {
    object.propertyNames().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> wrong(name, "There is no such member."));
  }
}
