package dev.safelight.recipe.json;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    var member = get(name);
    if (member != null && !member.isString()) {
      wrong(name, "Use a string.");
      return null;
    }
    return member == null ? null : member.stringValue();
  }

  @Nullable Boolean bool(String name) {
    var member = get(name);
    if (member != null && !member.isBoolean()) {
      wrong(name, "Use true or false.");
      return null;
    }
    return member == null ? null : member.booleanValue();
  }

  @Nullable Integer integer(String name, int least, int most) {
    var member = get(name);
    if (member == null) {
      return null;
    }
    if (member.isIntegralNumber() && member.canConvertToInt()) {
      int value = member.intValue();
      if (value >= least && value <= most) {
        return value;
      }
    }
    wrong(name, "Use a whole number from %d to %d.".formatted(least, most));
    return null;
  }

  int integer(String name, int least, int most, int otherwise) {
    return Objects.requireNonNullElse(integer(name, least, most), otherwise);
  }

  @Nullable Double number(String name, double least, double most) {
    var member = get(name);
    if (member == null) {
      return null;
    }
    double value = member.isNumber() ? member.doubleValue() : Double.NaN;
    if (value >= least && value <= most) {
      return value;
    }
    wrong(name, "Use a number from %s to %s.".formatted(plain(least), plain(most)));
    return null;
  }

  double number(String name, double least, double most, double otherwise) {
    return Objects.requireNonNullElse(number(name, least, most), otherwise);
  }

  <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
    var choices = EnumSet.allOf(type);
    var member = get(name);
    if (member == null) {
      return null;
    }
    var chosen =
        member.isString()
            ? choices.stream().filter(it -> Names.of(it).equals(member.stringValue())).findFirst()
            : Optional.<E>empty();
    if (chosen.isEmpty()) {
      wrong(name, "Use one of %s.".formatted(listed(choices.stream())));
    }
    return chosen.orElse(null);
  }

  /** Finds fault with every member that nobody asked for. */
  void refuseOthers() {
    object.propertyNames().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> wrong(name, "There is no such member."));
  }

  private static String listed(Stream<? extends Enum<?>> choices) {
    return choices.map(Names::of).collect(Collectors.joining(", "));
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }
}
