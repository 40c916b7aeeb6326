package dev.safelight.recipe.json;

import static java.util.Objects.requireNonNullElse;

import dev.safelight.recipe.Fit;
import dev.safelight.recipe.Resize;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code width}, {@code height} or both; {@code fit}, else inside. */
final class ResizeJson {

  private ResizeJson() {}

  static Resize read(Members options) {
    var sides = Sides.read(options);
    if (!options.has("width") && !options.has("height")) {
      options.wrong("Give a width, a height or both.");
    }
    return new Resize(
        requireNonNullElse(sides.width(), Resize.FREE),
        requireNonNullElse(sides.height(), Resize.FREE),
        requireNonNullElse(sides.fit(), Fit.INSIDE));
  }

  static void write(Resize resize, ObjectNode options) {
    new Sides(bound(resize.width()), bound(resize.height()), resize.fit()).write(options);
  }

  private static @Nullable Integer bound(int side) {
    return side == Resize.FREE ? null : side;
  }
}
