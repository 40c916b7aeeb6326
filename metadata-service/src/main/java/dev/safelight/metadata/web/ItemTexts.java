package dev.safelight.metadata.web;

import java.util.regex.Pattern;

/** What the texts of an item may hold; lengths are counted as people count them (code points). */
final class ItemTexts {

  static final String ID_RULE =
      "Use 1 to 255 visible characters or spaces, none of / \\ ; %, no space at either end, and not . or .. alone.";
  static final String KIND_RULE =
      "Use 1 to 50 lower-case letters, digits, - or _, the first a letter or a digit.";
  static final String NAME_RULE = "Use 1 to 255 characters and no control characters.";

  private static final int LONGEST = 255;

  /** Lower case only, so that no other spelling slips past the settings for a kind. */
  private static final Pattern KIND = Pattern.compile("[a-z0-9][a-z0-9_-]{0,49}");

  /** What firewalls on the way to us take for an attempt to leave the path. */
  private static final String NOT_IN_A_PATH = "/\\;%";

  private ItemTexts() {}

  /** Whether the text is good in a path once it is percent-encoded, and can be told from others. */
  static boolean isId(String text) {
    return isShort(text)
        && text.strip().equals(text)
        && !text.equals(".")
        && !text.equals("..")
        && text.codePoints().allMatch(ItemTexts::isVisible);
  }

  static boolean isKind(String text) {
    return KIND.matcher(text).matches();
  }

  static boolean isName(String text) {
    return isShort(text) && text.codePoints().noneMatch(Character::isISOControl);
  }

  private static boolean isShort(String text) {
    return !text.isBlank() && text.codePointCount(0, text.length()) <= LONGEST;
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> NOT_IN_A_PATH.indexOf(character) < 0;
    };
  }
}
