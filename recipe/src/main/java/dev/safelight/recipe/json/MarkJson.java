package dev.safelight.recipe.json;

import static java.util.Objects.requireNonNullElse;

import dev.safelight.recipe.Mark;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code text} with a {@code color}, else white, or the name of an {@code image}. */
final class MarkJson {

  private static final int WHITE = 0xFFFFFF;

  private MarkJson() {}

  /** The mark, or null for the configured one. */
  static @Nullable Mark read(Members options) {
    var text = options.text("text");
    var image = options.text("image");
    int color = color(options);
    if (options.has("text") && options.has("image")) {
      options.wrong("image", "Give either a text or an image.");
    }
    if (options.has("color") && !options.has("text")) {
      options.wrong("color", "Only a text has a color.");
    }
    if (text != null && !Mark.Text.isWritable(text)) {
      options.wrong("text", "Use 1 to 100 characters and no control characters.");
      return null;
    }
    return text != null ? new Mark.Text(text, color) : image == null ? null : new Mark.Image(image);
  }

  static void write(Mark mark, ObjectNode options) {
    switch (mark) {
      case Mark.Text(var text, var color) ->
          options.put("text", text).put("color", "#" + HexFormat.of().toHexDigits(color, 6));
      case Mark.Image(var name) -> options.put("image", name);
    }
  }

  private static int color(Members options) {
    var color = requireNonNullElse(options.text("color"), "#ffffff");
    if (!color.matches("#[0-9A-Fa-f]{6}")) {
      options.wrong("color", "Use a color such as #ff8800.");
      return WHITE;
    }
    return HexFormat.fromHexDigits(color, 1, 7);
  }
}
