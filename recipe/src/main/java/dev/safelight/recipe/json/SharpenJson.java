package dev.safelight.recipe.json;

import dev.safelight.recipe.Sharpen;
import tools.jackson.databind.node.ObjectNode;

/** {@code radius} in pixels and {@code amount}, else 1. */
final class SharpenJson {

  private SharpenJson() {}

  static Sharpen read(Members options) {
    return new Sharpen(options.number("radius", 0.3, 10, 1), options.number("amount", 0.1, 10, 1));
  }

  static void write(Sharpen sharpen, ObjectNode options) {
    options.put("radius", sharpen.radius()).put("amount", sharpen.amount());
  }
}
