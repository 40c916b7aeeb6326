package dev.safelight.metadata.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/**
 * Reads the members of a JSON object and collects what is wrong with them, to be told all at once.
 * A member that is null is one that is left out.
 */
class JsonMembers {

  /** Names we do not know are given back, but not at any length. */
  private static final int SHOWN_CHARS = 50;

  private final JsonNode object;
  private final List<Map<String, String>> malformed = new ArrayList<>();
  private final List<Map<String, String>> unacceptable = new ArrayList<>();

  JsonMembers(JsonNode object) {
    this.object = object;
  }

  JsonMembers knowOnly(Set<String> names) {
    unknown(object, "", names);
    return this;
  }

  /** Refuses members that are there, but not to be given. */
  JsonMembers refuse(Set<String> names, String rule) {
    new TreeSet<>(object.propertyNames())
        .stream()
            .filter(names::contains)
            .forEach(name -> malformed.add(Refusals.error(name, rule)));
    return this;
  }

  boolean has(String name) {
    return object.hasNonNull(name);
  }

  /** A text; null if it is left out or wrong. */
  @Nullable String text(String name, Predicate<String> acceptable, String rule) {
    var node = member(name, JsonNode::isString, "Use a string.");
    if (node != null && !acceptable.test(node.stringValue())) {
      unacceptable(name, rule);
    }
    return node == null ? null : node.stringValue();
  }

  /** A whole number; null if it is left out or wrong. */
  @Nullable Long whole(String name, long least, long most) {
    var node = member(name, JsonNode::isIntegralNumber, "Use a whole number.");
    if (node == null) {
      return null;
    }
    if (!node.canConvertToLong() || node.longValue() < least || node.longValue() > most) {
      unacceptable(name, "Use " + least + " to " + most + '.');
      return null;
    }
    return node.longValue();
  }

  /** An array; null if it is left out or wrong. */
  @Nullable JsonNode array(String name) {
    return member(name, JsonNode::isArray, "Use an array.");
  }

  /** Texts without blanks and repeats; empty if they are left out or wrong. */
  List<String> texts(String name) {
    var array =
        member(
            name,
            node -> node.isArray() && node.valueStream().allMatch(JsonNode::isString),
            "Use an array of strings.");
    return array == null
        ? List.of()
        : array
            .valueStream()
            .map(text -> text.stringValue().strip())
            .filter(text -> !text.isEmpty())
            .distinct()
            .toList();
  }

  /** An object; null if it is left out or wrong. */
  @Nullable JsonNode object(String name) {
    return member(name, JsonNode::isObject, "Use a JSON object.");
  }

  /** An object with these members and no others; null if it is left out or wrong. */
  @Nullable JsonMembers object(String name, Set<String> members) {
    var node = object(name);
    if (node == null) {
      return null;
    }
    unknown(node, name + '.', members);
    return new JsonMembers(node);
  }

  void unacceptable(String name, String rule) {
    unacceptable.add(Refusals.error(name, rule));
  }

  /** Takes over what is wrong with a member that is an object. */
  void add(String name, JsonMembers inner) {
    inner.malformed.forEach(error -> malformed.add(within(name, error)));
    inner.unacceptable.forEach(error -> unacceptable.add(within(name, error)));
  }

  /**
   * Ends the reading.
   *
   * @throws dev.safelight.webapi.ProblemException 400 if anything is unknown or of a wrong type,
   *     422 if the rest is not acceptable; with all that is wrong either way
   */
  void refuseMistakes() {
    var errors = new ArrayList<>(malformed);
    errors.addAll(unacceptable);
    if (!errors.isEmpty()) {
      throw ItemRefusals.fields(
          malformed.isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.BAD_REQUEST, errors);
    }
  }

  private @Nullable JsonNode member(String name, Predicate<JsonNode> type, String rule) {
    var node = object.get(name);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!type.test(node)) {
      malformed.add(Refusals.error(name, rule));
      return null;
    }
    return node;
  }

  private void unknown(JsonNode node, String prefix, Set<String> names) {
    for (var name : new TreeSet<>(node.propertyNames())) {
      if (!names.contains(name)) {
        var shown = name.length() <= SHOWN_CHARS ? name : name.substring(0, SHOWN_CHARS) + '…';
        malformed.add(Refusals.error(prefix + shown, "There is no such field."));
      }
    }
  }

  private static Map<String, String> within(String name, Map<String, String> error) {
    return Refusals.error(name + '.' + error.get("field"), String.valueOf(error.get("message")));
  }
}
