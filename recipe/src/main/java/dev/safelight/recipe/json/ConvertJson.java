package dev.safelight.recipe.json;

import static java.util.Objects.requireNonNullElse;

import dev.safelight.recipe.Convert;
import dev.safelight.recipe.FormatChoice;
import tools.jackson.databind.node.ObjectNode;

/** {@code format}. */
final class ConvertJson {

  private ConvertJson() {}

  static Convert read(Members options) {
    var format = options.require("format").choice("format", FormatChoice.class);
    return new Convert(requireNonNullElse(format, FormatChoice.NATURAL));
  }

  static void write(Convert convert, ObjectNode options) {
    options.put("format", Names.of(convert.format()));
  }
}
