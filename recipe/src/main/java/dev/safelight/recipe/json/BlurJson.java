package dev.safelight.recipe.json;

import dev.safelight.recipe.Blur;
import tools.jackson.databind.node.ObjectNode;

/** {@code radius} in pixels, else 1. */
final class BlurJson {

  private BlurJson() {}

  static Blur read(Members options) {
    return new Blur(options.number("radius", 0.3, 100, 1));
  }

  static void write(Blur blur, ObjectNode options) {
    options.put("radius", blur.radius());
  }
}
