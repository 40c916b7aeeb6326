package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.FieldError;
import dev.safelight.ingest.upload.FieldRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The texts of a form's fields, and what could not be made sense of. An empty text is a field that
 * was left alone.
 */
class FieldTexts {

  /** Far more than anybody means, and far less than what is costly to walk through. */
  private static final int MAX_DEPTH = 32;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,10}");

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

  /** Notes what can't be made sense of; the same is noted once. */
  void malformed(String field, String message) {
    var error = new FieldError(field, message);
    if (!errors.contains(error)) {
      errors.add(error);
    }
  }

  void allowOnly(Set<String> known) {
    form.keySet().stream()
        .filter(name -> !known.contains(name))
        .map(FieldTexts::shown)
        .sorted()
        .forEach(name -> malformed(name, "There is no such field."));
  }

  /** A name that we do not know, fit for show. */
  static String shown(String name) {
    var visible =
        name.codePoints()
            .limit(SHOWN_CHARS + 1L)
            .map(c -> Character.isISOControl(c) || isSurrogate(c) ? '\uFFFD' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    return visible.codePointCount(0, visible.length()) <= SHOWN_CHARS
        ? visible.toString()
        : visible.substring(0, visible.offsetByCodePoints(0, SHOWN_CHARS)) + '…';
  }

  private static boolean isSurrogate(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
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
    if (text == null) {
      return otherwise;
    }
    long number = WHOLE_NUMBER.matcher(text).matches() ? Long.parseLong(text) : Long.MAX_VALUE;
    if (number != (int) number) {
      malformed(name, "Use a whole number, at most " + Integer.MAX_VALUE + '.');
      return otherwise;
    }
    return (int) number;
  }

  /** JSON as it was written. */
  String json(String name, String otherwise) {
    var text = text(name);
    var parsed = text == null ? null : parsed(name, text);
    if (text == null || parsed == null) {
      return otherwise;
    }
    if (!isText(parsed)) {
      malformed(name, "Use no control characters but line breaks and tabs.");
    }
    return text;
  }

  private static boolean isText(JsonNode node) {
    return node.isString()
        ? FieldRules.isText(node.stringValue())
        : node.propertyNames().stream().allMatch(FieldRules::isText)
            && node.valueStream().allMatch(FieldTexts::isText);
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
      malformed(name, "Use valid JSON, each member once and not nested deeply.");
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
