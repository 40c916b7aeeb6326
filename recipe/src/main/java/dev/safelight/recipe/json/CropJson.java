package dev.safelight.recipe.json;

import static java.util.Objects.requireNonNullElse;

import dev.safelight.recipe.Crop;
import dev.safelight.recipe.Position;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code width} and {@code height}; {@code x} and {@code y}, or a {@code position}, else center.
 */
final class CropJson {

  private CropJson() {}

  static Crop read(Members options) {
    options.require("width").require("height");
    return new Crop(
        options.integer("x", 0, Sides.LONGEST),
        options.integer("y", 0, Sides.LONGEST),
        options.integer("width", 1, Sides.LONGEST, 1),
        options.integer("height", 1, Sides.LONGEST, 1),
        requireNonNullElse(options.choice("position", Position.class), Position.CENTER));
  }

  static void write(Crop crop, ObjectNode options) {
    if (crop.x() != null) {
      options.put("x", crop.x());
    }
    if (crop.y() != null) {
      options.put("y", crop.y());
    }
    options
        .put("width", crop.width())
        .put("height", crop.height())
        .put("position", Names.of(crop.position()));
  }
}
