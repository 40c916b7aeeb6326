package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The texts of a form's fields, and what could not be made sense of. An empty text is a field that
 * was left alone.
 */
class FieldTexts {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** Names we do not know are given back, but not at any length. */
  private static final int SHOWN_CHARS = 50;

  private final Map<String, List<String>> form;
  private final List<FieldError> errors = new ArrayList<>();

  FieldTexts(Map<String, List<String>> form) {
    this.form = form;
  }

  List<FieldError> errors() {
    return errors;
  }

  void malformed(String field, String message) {
    errors.add(new FieldError(field, message));
  }

  void allowOnly(Set<String> known) {
    form.keySet().stream()
        .filter(name -> !known.contains(name))
        .map(name -> name.length() <= SHOWN_CHARS ? name : name.substring(0, SHOWN_CHARS) + '…')
        .sorted()
        .forEach(name -> malformed(name, "There is no such field."));
  }

  boolean has(String name) {
    return !values(name).isEmpty();
  }

  /** The one value of a field that may go by several names. */
  @Nullable String text(String... names) {
    var values = Stream.of(names).flatMap(name -> values(name).stream()).toList();
    if (values.size() > 1) {
      malformed(names[0], "Give it once.");
    }
    return values.isEmpty() ? null : values.getFirst();
  }

  @Nullable Boolean bool(String... names) {
    var text = text(names);
    if (text == null) {
      return null;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> {
        malformed(names[0], "Use true or false.");
        yield null;
      }
    };
  }

  int number(String name, int otherwise) {
    var text = text(name);
    try {
      return text == null ? otherwise : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      malformed(name, "Use a whole number.");
      return otherwise;
    }
  }

  String json(String name, String otherwise) {
    var text = text(name);
    return text == null || parsed(name, text) == null ? otherwise : text;
  }

  /** A repeated field, each of whose values may be a JSON array instead; blanks and repeats go. */
  List<String> list(String name) {
    return Stream.of(name, name + "[]")
        .flatMap(alias -> values(alias).stream())
        .flatMap(text -> text.startsWith("[") ? array(name, text).stream() : Stream.of(text))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  private List<String> array(String name, String text) {
    var array = parsed(name, text);
    if (array == null) {
      return List.of();
    }
    var texts = array.valueStream().filter(JsonNode::isString).map(JsonNode::stringValue).toList();
    if (texts.size() < array.size()) {
      malformed(name, "Use an array of strings.");
    }
    return texts;
  }

  private @Nullable JsonNode parsed(String name, String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      malformed(name, "Use valid JSON.");
      return null;
    }
  }

  private List<String> values(String name) {
    return form.getOrDefault(name, List.of()).stream()
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }
}
