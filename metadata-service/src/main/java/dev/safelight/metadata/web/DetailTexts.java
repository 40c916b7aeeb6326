package dev.safelight.metadata.web;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the texts of an image may hold, as when it is uploaded; lengths count code points. */
final class DetailTexts {

  static final String ID_RULE = "Use at most 255 characters and no control characters.";
  static final String TAG_RULE = "A tag has at most 50 characters and no control characters.";
  static final String TEXT_RULE = "Use no control characters but line breaks and tabs.";

  private static final int LONGEST_ID = 255;
  private static final int LONGEST_TAG = 50;

  private DetailTexts() {}

  static boolean isId(String text) {
    return length(text) <= LONGEST_ID && isPlain(text);
  }

  static boolean isTag(String text) {
    return length(text) <= LONGEST_TAG && isPlain(text);
  }

  /** What is wrong with a text that may have this many characters. */
  static Optional<String> objection(String text, int longest) {
    if (length(text) > longest) {
      return Optional.of("Use at most " + longest + " characters.");
    }
    return isText(text) ? Optional.empty() : Optional.of(TEXT_RULE);
  }

  /** Whether everything in it can be shown and kept. */
  static boolean isText(JsonNode node) {
    return node.isString()
        ? isText(node.stringValue())
        : node.propertyNames().stream().allMatch(DetailTexts::isText)
            && node.valueStream().allMatch(DetailTexts::isText);
  }

  private static boolean isText(String text) {
    return text.codePoints()
        .allMatch(
            character ->
                isPlain(character) || character == '\n' || character == '\r' || character == '\t');
  }

  private static boolean isPlain(String text) {
    return text.codePoints().allMatch(DetailTexts::isPlain);
  }

  /** Half a surrogate pair is no character, and breaks whoever writes it as UTF-8. */
  private static boolean isPlain(int character) {
    return !Character.isISOControl(character)
        && Character.getType(character) != Character.SURROGATE;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
