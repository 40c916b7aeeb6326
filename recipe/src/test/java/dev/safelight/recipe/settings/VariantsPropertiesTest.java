package dev.safelight.recipe.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.recipe.Fit;
import dev.safelight.recipe.FormatChoice;
import dev.safelight.recipe.Mark;
import dev.safelight.recipe.Position;
import dev.safelight.recipe.Qualities;
import dev.safelight.recipe.RequestedVariant;
import dev.safelight.recipe.VariantSets;
import dev.safelight.recipe.Watermark;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class VariantsPropertiesTest {

  private final ApplicationContextRunner contexts =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  ValidationAutoConfiguration.class, VariantsAutoConfiguration.class));

  @Test
  void standardSetIsThereWithoutAnySetting() {
    contexts.run(
        context ->
            assertThat(context.getBean(VariantSets.class))
                .isEqualTo(VariantSets.standard(new Qualities(85, 80, 50))));
  }

  @Test
  void takesEverySetting() {
    contexts
        .withPropertyValues(
            "safelight.variants.default-set=web",
            "safelight.variants.sets.web[0].name=card",
            "safelight.variants.sets.web[0].width=400",
            "safelight.variants.sets.web[0].height=300",
            "safelight.variants.sets.web[0].fit=cover",
            "safelight.variants.sets.web[0].quality=70",
            "safelight.variants.sets.web[0].format=avif",
            "safelight.variants.sets.web[0].watermark=true",
            "safelight.variants.sets.web[1].name=full",
            "safelight.variants.watermark.image=logo",
            "safelight.variants.watermark.position=top-left",
            "safelight.variants.watermark.opacity=0.25",
            "safelight.variants.watermark.margin=3",
            "safelight.variants.watermark.scale=0.5",
            "safelight.variants.watermark.tiled=true",
            "safelight.variants.images.logo=pictures/logo.png",
            "safelight.variants.jpeg-quality=1",
            "safelight.variants.webp-quality=2",
            "safelight.variants.avif-quality=3")
        .run(
            context -> {
              var sets = context.getBean(VariantSets.class);
              assertThat(sets.names()).containsExactly("standard", "web");
              assertThat(sets.defaultSet()).isEqualTo("web");
              assertThat(sets.sets().get("web"))
                  .containsExactly(
                      new RequestedVariant(
                          "card", 400, 300, Fit.COVER, 70, FormatChoice.AVIF, true),
                      new RequestedVariant("full", null, null, null, null, null, null));
              assertThat(sets.watermark())
                  .isEqualTo(
                      new Watermark(new Mark.Image("logo"), Position.TOP_LEFT, 0.25, 3, 0.5, true));
              assertThat(sets.images()).isEqualTo(Set.of("logo"));
              assertThat(sets.qualities()).isEqualTo(new Qualities(1, 2, 3));
              assertThat(context.getBean(VariantsProperties.class).images())
                  .isEqualTo(Map.of("logo", Path.of("pictures/logo.png")));
            });
  }

  @Test
  void standardSetCanBeReplaced() {
    contexts
        .withPropertyValues("safelight.variants.sets.standard[0].name=only")
        .run(
            context ->
                assertThat(context.getBean(VariantSets.class).sets().get("standard"))
                    .extracting(RequestedVariant::name)
                    .containsExactly("only"));
  }

  @Test
  void watermarkOfTextHasDefaults() {
    contexts
        .withPropertyValues("safelight.variants.watermark.text=© me")
        .run(
            context ->
                assertThat(context.getBean(VariantSets.class).watermark())
                    .isEqualTo(Watermark.of(new Mark.Text("© me", 0xFFFFFF))));
  }

  @ParameterizedTest
  @CsvSource({
    "default-set=none, no set of variants named none",
    "sets.web[0].name=Card, No variant can be named Card",
    "sets.web[0].width=3, needs a name",
    "sets.standard[0].name=custom, none named custom",
    "watermark.color=red, either a text or an image",
    "watermark.image=logo, an image that is not configured",
    "jpeg-quality=101, jpegQuality",
    "webp-quality=0, webpQuality",
    "avif-quality=0, avifQuality",
  })
  void saysWhatItRefuses(String setting, String reason) {
    contexts
        .withPropertyValues("safelight.variants." + setting)
        .run(context -> assertThat(context).getFailure().hasStackTraceContaining(reason));
  }
}
