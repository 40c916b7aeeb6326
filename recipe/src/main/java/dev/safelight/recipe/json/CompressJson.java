package dev.safelight.recipe.json;

import dev.safelight.recipe.Compress;
import tools.jackson.databind.node.ObjectNode;

/** {@code quality}. */
final class CompressJson {

  private CompressJson() {}

  static Compress read(Members options) {
    return new Compress(options.require("quality").integer("quality", 1, 100, 100));
  }

  static void write(Compress compress, ObjectNode options) {
    options.put("quality", compress.quality());
  }
}
