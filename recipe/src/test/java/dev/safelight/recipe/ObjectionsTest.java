package dev.safelight.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ObjectionsTest {

  private static final Qualities QUALITIES = new Qualities(85, 80, 50);
  private static final Watermark MARK = Watermark.of(new Mark.Image("logo"));
  private static final VariantSets STANDARD = VariantSets.standard(QUALITIES);
  private static final VariantSets MARKED =
      new VariantSets(
          VariantSets.withStandard(
              Map.of("web", List.of(variant("wide", true), variant("plain", null)))),
          "web",
          QUALITIES,
          MARK,
          Set.of("logo"));

  @Test
  void configuredWatermarkIsLaidWhereThePipelineSays() {
    var specs =
        MARKED.resolve(
            new ProcessingRequest(
                "standard",
                List.of(),
                List.of(
                    new Convert(FormatChoice.WEBP),
                    new Rotate(90),
                    new ConfiguredWatermark(Position.TOP, null, 3, null, null)),
                null));

    assertThat(specs.getLast())
        .isEqualTo(
            new VariantSpec(
                "custom",
                List.of(
                    new Rotate(90), new Watermark(MARK.mark(), Position.TOP, 0.5, 3, 0.2, false)),
                FormatChoice.WEBP,
                80));
  }

  @Test
  void whatIsNotConfiguredIsObjectedTo() {
    var image = Watermark.of(new Mark.Image("other"));
    var request =
        new ProcessingRequest(
            "none",
            List.of(variant("a", null), variant("b", true)),
            List.of(new Grayscale(), image, new ConfiguredWatermark(null, null, null, null, null)),
            true);

    assertThat(STANDARD.objections(request))
        .extracting(RequestError::path)
        .containsExactly(
            "variantSet",
            "variants[1].watermark",
            "pipeline[1].options.image",
            "pipeline[2].options",
            "watermark");
    assertThatThrownBy(() -> STANDARD.resolve(request))
        .isInstanceOf(UnsuitableRequestException.class)
        .hasMessage("There is no such set. Use one of standard.");
  }

  @Test
  void whatIsConfiguredIsNot() {
    var request = new ProcessingRequest("web", List.of(variant("b", true)), List.of(MARK), true);

    assertThat(MARKED.objections(request)).isEmpty();
  }

  @Test
  void setsOfWhichNotEveryVariantCouldBeMadeAreRefused() {
    refused(List.of(variant("a", true)), null);
    refused(List.of(variant("a", null), variant("a", null)), null);
    refused(List.of(variant("custom", null)), null);
    refused(List.of(), null);
    refused(List.of(variant("a", null)), MARK);
    assertThatThrownBy(() -> new VariantSets(Map.of(), "web", QUALITIES, null, Set.of()))
        .hasMessage("There is no set of variants named web");
  }

  private static void refused(List<RequestedVariant> set, @Nullable Watermark watermark) {
    assertThatThrownBy(
            () -> new VariantSets(Map.of("web", set), "web", QUALITIES, watermark, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static RequestedVariant variant(String name, @Nullable Boolean watermark) {
    return new RequestedVariant(name, 10, null, null, null, null, watermark);
  }
}
