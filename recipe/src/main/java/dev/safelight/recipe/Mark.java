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
  record Text(String text, int color) implements Mark {}

  /**
   * An image that the operator keeps.
   *
   * @param name what the operator calls it
   */
  record Image(String name) implements Mark {}
}
