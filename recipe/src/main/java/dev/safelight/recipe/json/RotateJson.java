package dev.safelight.recipe.json;

import dev.safelight.recipe.Rotate;
import tools.jackson.databind.node.ObjectNode;

/** {@code angle}, clockwise. */
final class RotateJson {

  private RotateJson() {}

  static Rotate read(Members options) {
    int angle = options.require("angle").integer("angle", 0, 360, 90);
    if (angle != 90 && angle != 180 && angle != 270) {
      options.wrong("angle", "Use 90, 180 or 270.");
      return new Rotate(90);
    }
    return new Rotate(angle);
  }

  static void write(Rotate rotate, ObjectNode options) {
    options.put("angle", rotate.angle());
  }
}
