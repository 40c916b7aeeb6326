package dev.safelight.recipe.json;

import dev.safelight.recipe.Fit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Width, height and fit, as variants and resize steps have them. */
record Sides(@Nullable Integer width, @Nullable Integer height, @Nullable Fit fit) {

  /** Longest side in pixels that may be asked for. */
  static final int LONGEST = 12_000;

  /** A canvas is made at its full size however small the picture on it is. */
  private static final long LARGEST_CANVAS = 50_000_000;

  static Sides read(Members members) {
    var sides =
        new Sides(
            members.integer("width", 1, LONGEST),
            members.integer("height", 1, LONGEST),
            members.choice("fit", Fit.class));
    if (sides.fit == Fit.CONTAIN && sides.pixels() > LARGEST_CANVAS) {
      members.wrong("height", "With contain, use a width times height of at most 50000000.");
    }
    return sides;
  }

  void write(ObjectNode members) {
    if (width != null) {
      members.put("width", width);
    }
    if (height != null) {
      members.put("height", height);
    }
    if (fit != null) {
      members.put("fit", Names.of(fit));
    }
  }

  private long pixels() {
    return width == null || height == null ? 0 : (long) width * height;
  }
}
