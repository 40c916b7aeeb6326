package dev.safelight.recipe.json;

import dev.safelight.recipe.ConfiguredWatermark;
import dev.safelight.recipe.Position;
import dev.safelight.recipe.Step;
import dev.safelight.recipe.Watermark;
import tools.jackson.databind.node.ObjectNode;

/**
 * A mark, else the configured watermark; {@code position}, {@code opacity}, {@code margin} in
 * pixels, {@code scale} to the picture's width, {@code tiled}.
 */
final class WatermarkJson {

  private static final int WIDEST_MARGIN = 1000;

  private WatermarkJson() {}

  static Step read(Members options) {
    var mark = MarkJson.read(options);
    var laid =
        new ConfiguredWatermark(
            options.choice("position", Position.class),
            options.number("opacity", 0, 1),
            options.integer("margin", 0, WIDEST_MARGIN),
            options.number("scale", Watermark.SMALLEST_SCALE, 1),
            options.bool("tiled"));
    return mark == null ? laid : laid.of(Watermark.of(mark));
  }

  static void write(Watermark watermark, ObjectNode options) {
    MarkJson.write(watermark.mark(), options);
    options
        .put("position", Names.of(watermark.position()))
        .put("opacity", watermark.opacity())
        .put("margin", watermark.margin())
        .put("scale", watermark.scale())
        .put("tiled", watermark.tiled());
  }

  static void write(ConfiguredWatermark watermark, ObjectNode options) {
    if (watermark.position() != null) {
      options.put("position", Names.of(watermark.position()));
    }
    if (watermark.opacity() != null) {
      options.put("opacity", watermark.opacity());
    }
    if (watermark.margin() != null) {
      options.put("margin", watermark.margin());
    }
    if (watermark.scale() != null) {
      options.put("scale", watermark.scale());
    }
    if (watermark.tiled() != null) {
      options.put("tiled", watermark.tiled());
    }
  }
}
