package dev.safelight.bench.engine;

import dev.safelight.recipe.FormatChoice;
import dev.safelight.recipe.Mark;
import dev.safelight.recipe.PixelStep;
import dev.safelight.recipe.Position;
import dev.safelight.recipe.ProcessingRequest;
import dev.safelight.recipe.Qualities;
import dev.safelight.recipe.Resize;
import dev.safelight.recipe.VariantSets;
import dev.safelight.recipe.VariantSpec;
import dev.safelight.recipe.Watermark;
import java.util.List;
import java.util.Locale;

/** What is made of each photo. The peers in other languages have the same by the same name. */
enum VariantRecipe {
  /** 1200, 800, 300, 100 and WebP 1200, with a mark on the two large ones. */
  MARKED,
  /** The standard set: the same without marks, and the original in its own size. */
  STANDARD;

  /** By what the mark is known to engines. */
  static final String MARK = "mark";

  private static final Qualities QUALITIES = new Qualities(85, 80, 50);
  private static final Watermark WATERMARK =
      new Watermark(new Mark.Image(MARK), Position.BOTTOM_RIGHT, 1, 0, 0.2, false);

  /** Name for command lines, files and tables. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static VariantRecipe labelled(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  List<VariantSpec> specs() {
    return switch (this) {
      case MARKED ->
          List.of(
              natural("large", Resize.within(1200), WATERMARK),
              natural("medium", Resize.within(800), WATERMARK),
              natural("thumbnail", Resize.within(300)),
              natural("tiny", Resize.within(100)),
              VariantSpec.within(1200, "webp", FormatChoice.WEBP, QUALITIES.webp()));
      case STANDARD -> VariantSets.standard(QUALITIES).resolve(ProcessingRequest.NONE);
    };
  }

  private static VariantSpec natural(String name, PixelStep... steps) {
    return new VariantSpec(name, List.of(steps), FormatChoice.NATURAL, QUALITIES.jpeg());
  }
}
