package dev.safelight.recipe;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a watermark shows. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Mark.Text.class, name = "text"),
  @JsonSubTypes.Type(value = Mark.Image.class, name = "image")
})
public sealed interface Mark {

  /**
   * A line of text.
   *
   * @param text 1 to 100 characters, none of them a control character
   * @param color 0xRRGGBB
   */
  record Text(String text, int color) implements Mark {

    private static final int MOST_CHARACTERS = 100;

    /** Refuses what cannot be drawn in a line. */
    public Text {
      if (!isWritable(text)) {
        throw new IllegalArgumentException(
            "A watermark has 1 to 100 characters and no control characters");
      }
    }

    /** Whether a text can be drawn in a line. */
    public static boolean isWritable(String text) {
      return !text.isBlank()
          && text.codePointCount(0, text.length()) <= MOST_CHARACTERS
          && text.codePoints().noneMatch(Text::isNoCharacter);
    }

    private static boolean isNoCharacter(int codePoint) {
      return switch (Character.getType(codePoint)) {
        case Character.CONTROL,
            Character.SURROGATE,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR ->
            true;
        default -> false;
      };
    }
  }

  /**
   * An image that the operator keeps.
   *
   * @param name what the operator calls it
   */
  record Image(String name) implements Mark {}
}
