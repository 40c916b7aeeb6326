package dev.safelight.ingest.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What fields may hold; lengths are counted in characters as people count them (code points). */
public final class FieldRules {

  private static final int MAX_ID = 255;
  private static final int MAX_ALT_TEXT = 255;
  private static final int MAX_CAPTION = 500;
  private static final int MAX_TAGS = 10;
  private static final int MAX_TAG = 50;
  private static final int MAX_SHARED_WITH = 50;
  private static final int MAX_METADATA_BYTES = 8 * 1024;

  private final List<FieldError> errors = new ArrayList<>();

  private FieldRules() {}

  /** All that is unacceptable about {@code fields}; empty if they are fine. */
  public static List<FieldError> violations(ImageFields fields) {
    var rules = new FieldRules();
    rules.id("itemId", fields.itemId());
    rules.text("altText", fields.altText(), MAX_ALT_TEXT);
    rules.text("caption", fields.caption(), MAX_CAPTION);
    rules.require(fields.order() >= 0, "order", "Use 0 or more.");
    rules.tags(fields.tags());
    rules.sharedWith(fields.sharedWith());
    rules.metadata(fields.metadata());
    return List.copyOf(rules.errors);
  }

  private void tags(List<String> tags) {
    require(tags.size() <= MAX_TAGS, "tags", "Use at most " + MAX_TAGS + " tags.");
    require(
        tags.stream().allMatch(tag -> length(tag) <= MAX_TAG && isPlain(tag)),
        "tags",
        "A tag has at most " + MAX_TAG + " characters and no control characters.");
  }

  private void sharedWith(List<String> accounts) {
    require(
        accounts.size() <= MAX_SHARED_WITH,
        "sharedWith",
        "Share with at most " + MAX_SHARED_WITH + " accounts.");
    accounts.forEach(account -> id("sharedWith", account));
  }

  private void metadata(String json) {
    require(
        json.getBytes(UTF_8).length <= MAX_METADATA_BYTES,
        "metadata",
        "Use at most 8 KB (" + MAX_METADATA_BYTES + " bytes) of JSON.");
    require(json.startsWith("{"), "metadata", "Use a JSON object, such as {\"camera\": \"X100\"}.");
  }

  private void id(String field, @Nullable String value) {
    require(
        value == null || (length(value) <= MAX_ID && isPlain(value)),
        field,
        "Use at most " + MAX_ID + " characters and no control characters.");
  }

  private void text(String field, @Nullable String value, int longest) {
    require(
        value == null || length(value) <= longest,
        field,
        "Use at most " + longest + " characters.");
    require(
        value == null || isText(value),
        field,
        "Use no control characters but line breaks and tabs.");
  }

  private void require(boolean kept, String field, String message) {
    var error = new FieldError(field, message);
    if (!kept && !errors.contains(error)) {
      errors.add(error);
    }
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean isPlain(String text) {
    return text.codePoints().allMatch(FieldRules::isPlain);
  }

  /** Half a surrogate pair is no character, and breaks whoever writes it as UTF-8. */
  private static boolean isPlain(int character) {
    return !Character.isISOControl(character)
        && Character.getType(character) != Character.SURROGATE;
  }

  /** Whether a text can be shown and kept: no control characters but line breaks and tabs. */
  public static boolean isText(String text) {
    return text.codePoints().allMatch(FieldRules::isText);
  }

  private static boolean isText(int character) {
    return isPlain(character) || character == '\n' || character == '\r' || character == '\t';
  }
}
