package dev.safelight.recipe.settings;

import dev.safelight.recipe.Mark;
import dev.safelight.recipe.Position;
import dev.safelight.recipe.Watermark;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The watermark; exactly one of text and image.
 *
 * @param text 1 to 100 characters
 * @param image name of one of the images
 * @param color of the text, {@code #rrggbb}
 * @param position one of nine, such as {@code bottom-right}
 * @param opacity 0 to 1
 * @param margin distance to the edges, and between tiles, in pixels
 * @param scale width as a part of the picture's, 0.05 to 1
 * @param tiled whether it is repeated all over the picture
 */
public record WatermarkProperties(
    @Nullable String text,
    @Nullable String image,
    @DefaultValue("#ffffff") String color,
    @DefaultValue("bottom-right") Position position,
    @DefaultValue("0.5") double opacity,
    @DefaultValue("16") int margin,
    @DefaultValue("0.2") double scale,
    @DefaultValue("false") boolean tiled) {

  /** Refuses a watermark that shows nothing or cannot be drawn. */
  public WatermarkProperties {
    if ((text == null) == (image == null)) {
      throw new IllegalArgumentException(
          "safelight.variants.watermark needs either a text or an image");
    }
    if (!color.matches("#[0-9A-Fa-f]{6}")) {
      throw new IllegalArgumentException(
          "safelight.variants.watermark.color must be a color such as #ff8800");
    }
    if (scale < Watermark.SMALLEST_SCALE) {
      throw new IllegalArgumentException(
          "safelight.variants.watermark.scale must be at least " + Watermark.SMALLEST_SCALE);
    }
  }

  Watermark toWatermark() {
    return new Watermark(mark(), position, opacity, margin, scale, tiled);
  }

  private Mark mark() {
    return image == null
        ? new Mark.Text(String.valueOf(text), HexFormat.fromHexDigits(color, 1, 7))
        : new Mark.Image(image);
  }
}
