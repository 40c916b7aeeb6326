package dev.safelight.processor.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.recipe.Blur;
import dev.safelight.recipe.FormatChoice;
import dev.safelight.recipe.Qualities;
import dev.safelight.recipe.Resize;
import dev.safelight.recipe.Rotate;
import dev.safelight.recipe.VariantSets;
import dev.safelight.recipe.VariantSpec;
import java.util.List;
import java.util.Map;

/** Develops whatever there is as the service does: limits first, pixels last. */
public final class Judge {

  private static final DecodeLimits LIMITS = new DecodeLimits(12_000, 100_000_000, 512 << 20);

  /** Every way through an engine: from the original, made smaller, changed, moving. */
  private static final List<VariantSpec> SPECS =
      List.of(
          VariantSpec.within(64, "natural", FormatChoice.NATURAL, 80),
          VariantSpec.within(32, "webp", FormatChoice.WEBP, 80),
          new VariantSpec(
              "gif",
              List.of(Resize.within(24), new Rotate(90), new Blur(1)),
              FormatChoice.GIF,
              80));

  private final Darkroom darkroom;
  private final Recipe recipe;

  /** A judge of what this engine does. */
  public Judge(ImageEngine engine) {
    this.darkroom =
        new Darkroom(
            engine, VariantSets.standard(new Qualities(85, 80, 50)), WatermarkImages.NONE, LIMITS);
    this.recipe = new Recipe(engine.identity(), SPECS, Map.of());
  }

  /**
   * What became of a file: {@code developed}, or the reason of its rejection and who gave it.
   * Anything else that is thrown is a defect of the service.
   */
  public String outcome(byte[] file) {
    var judged = "header";
    try {
      var source = darkroom.source(file);
      judged = "decoder";
      var developed = darkroom.develop(source, recipe);
      assertThat(developed.variants()).hasSize(SPECS.size());
      return "developed";
    } catch (BadImageException verdict) {
      assertThat(verdict.detail()).startsWith("The ").doesNotContain("Exception", "java.", "com.");
      return "%s by the %s".formatted(verdict.reason(), judged);
    }
  }
}
