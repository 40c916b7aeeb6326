package dev.safelight.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VariantSetsTest {

  private static final Qualities QUALITIES = new Qualities(85, 80, 50);
  private static final Watermark MARK =
      new Watermark(new Mark.Text("me", 0xFFFFFF), Position.BOTTOM_RIGHT, 0.5, 10, 0.3, false);
  private static final RequestedVariant PLAIN = variant("plain", 10, 20);
  private static final RequestedVariant MARKED =
      new RequestedVariant("marked", 30, null, Fit.COVER, 70, FormatChoice.PNG, true);
  private static final VariantSets SETS =
      new VariantSets(Map.of("mine", List.of(PLAIN, MARKED)), "mine", QUALITIES, MARK, Set.of());

  @Test
  void standardSetIsWhatTheDocumentationSays() {
    assertThat(VariantSets.standard(QUALITIES).resolve(ProcessingRequest.NONE))
        .containsExactly(
            VariantSpec.within(1200, "large", FormatChoice.NATURAL, 85),
            VariantSpec.within(800, "medium", FormatChoice.NATURAL, 85),
            VariantSpec.within(300, "thumbnail", FormatChoice.NATURAL, 85),
            VariantSpec.within(100, "tiny", FormatChoice.NATURAL, 85),
            VariantSpec.within(1200, "webp", FormatChoice.WEBP, 80),
            new VariantSpec("original", List.of(), FormatChoice.NATURAL, 85));
  }

  @Test
  void whatIsNotSaidIsLeftToTheSettings() {
    var specs = SETS.resolve(ProcessingRequest.NONE);
    assertThat(specs.getFirst())
        .isEqualTo(
            new VariantSpec(
                "plain", List.of(new Resize(10, 20, Fit.INSIDE)), FormatChoice.NATURAL, 85));
    assertThat(specs.getLast())
        .isEqualTo(
            new VariantSpec(
                "marked",
                List.of(new Resize(30, Resize.FREE, Fit.COVER), MARK),
                FormatChoice.PNG,
                70));
  }

  @Test
  void whoAsksDecidesAboutTheWatermarkUnlessTheVariantDoes() {
    assertThat(steps(SETS, request(true))).isEqualTo("plain 2 marked 2");
    assertThat(steps(SETS, request(false))).isEqualTo("plain 1 marked 2");
    assertThat(steps(SETS, request(null))).isEqualTo("plain 1 marked 2");
  }

  @Test
  void ownVariantsComeLastAndReplaceThoseOfTheSameName() {
    var own = List.of(variant("new", 5, 5), variant("plain", 7, 7));
    var specs = SETS.resolve(new ProcessingRequest(null, own, List.of(), null));
    assertThat(specs).extracting(VariantSpec::name).containsExactly("marked", "new", "plain");
    assertThat(specs.getLast().steps()).containsExactly(new Resize(7, 7, Fit.INSIDE));
  }

  @Test
  void pipelineMakesTheVariantCustomInItsOrder() {
    List<Step> pipeline =
        List.of(
            new Rotate(90),
            new Compress(40),
            new Convert(FormatChoice.WEBP),
            new Grayscale(),
            new Compress(60));
    var custom = SETS.resolve(new ProcessingRequest(null, List.of(), pipeline, null)).getLast();
    assertThat(custom)
        .isEqualTo(
            new VariantSpec(
                "custom", List.of(new Rotate(90), new Grayscale()), FormatChoice.WEBP, 60));
  }

  @Test
  void pipelineWithoutACompressionHasTheQualityOfItsFormat() {
    List<Step> pipeline = List.of(new Convert(FormatChoice.AVIF));
    var custom = SETS.resolve(new ProcessingRequest(null, List.of(), pipeline, null)).getLast();
    assertThat(custom.quality()).isEqualTo(50);
  }

  @Test
  void refusesWhatCannotBeMade() {
    refuses(SETS, new ProcessingRequest("other", List.of(), List.of(), null), "no such set");
    var twins = List.of(variant("twin", 1, 1), variant("twin", 2, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProcessingRequest(null, twins, List.of(), null));
    refuses(VariantSets.standard(QUALITIES), request(true), "No watermark");
  }

  @Test
  void refusesADefaultThatIsNotThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VariantSets(Map.of(), "mine", QUALITIES, null, Set.of()))
        .withMessageContaining("mine");
  }

  private static void refuses(VariantSets sets, ProcessingRequest request, String because) {
    assertThatExceptionOfType(UnsuitableRequestException.class)
        .isThrownBy(() -> sets.resolve(request))
        .withMessageContaining(because);
  }

  private static String steps(VariantSets sets, ProcessingRequest request) {
    return String.join(
        " ", sets.resolve(request).stream().map(s -> s.name() + " " + s.steps().size()).toList());
  }

  private static ProcessingRequest request(@Nullable Boolean watermark) {
    return new ProcessingRequest(null, List.of(), List.of(), watermark);
  }

  private static RequestedVariant variant(String name, int width, int height) {
    return new RequestedVariant(name, width, height, null, null, null, null);
  }
}
