package dev.safelight.recipe.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.recipe.Blur;
import dev.safelight.recipe.Compress;
import dev.safelight.recipe.ConfiguredWatermark;
import dev.safelight.recipe.Convert;
import dev.safelight.recipe.Crop;
import dev.safelight.recipe.Fit;
import dev.safelight.recipe.FormatChoice;
import dev.safelight.recipe.Grayscale;
import dev.safelight.recipe.Mark;
import dev.safelight.recipe.Position;
import dev.safelight.recipe.RequestError;
import dev.safelight.recipe.RequestedVariant;
import dev.safelight.recipe.Resize;
import dev.safelight.recipe.Rotate;
import dev.safelight.recipe.Sharpen;
import dev.safelight.recipe.Watermark;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {

  private final RequestReader reader = new RequestReader();

  @Test
  void readsVariants() {
    var variants =
        reader.variants(
            """
            [{"name": "card", "width": 400, "height": 300, "fit": "cover", "quality": 70,
              "format": "avif", "watermark": true},
             {"name": "full", "width": null}]
            """);

    assertThat(reader.unacceptable()).isEmpty();
    assertThat(variants)
        .containsExactly(
            new RequestedVariant("card", 400, 300, Fit.COVER, 70, FormatChoice.AVIF, true),
            new RequestedVariant("full", null, null, null, null, null, null));
  }

  @Test
  void readsEveryStep() {
    var steps =
        reader.pipeline(
            """
            [{"type": "resize", "options": {"width": 800, "fit": "inside"}},
             {"type": "crop", "options": {"x": 1, "width": 20, "height": 10, "position": "top"}},
             {"type": "compress", "options": {"quality": 60}},
             {"type": "convert", "options": {"format": "webp"}},
             {"type": "watermark", "options": {"text": "© me", "color": "#Ff8800", "tiled": true}},
             {"type": "watermark", "options": {"image": "logo", "position": "top-left",
               "opacity": 0.25, "margin": 0, "scale": 0.5}},
             {"type": "rotate", "options": {"angle": 270}},
             {"type": "grayscale"},
             {"type": "blur", "options": {"radius": 2.5}},
             {"type": "sharpen", "options": {"radius": 0.5, "amount": 2}}]
            """);

    assertThat(reader.unacceptable()).isEmpty();
    assertThat(steps)
        .containsExactly(
            new Resize(800, Resize.FREE, Fit.INSIDE),
            new Crop(1, null, 20, 10, Position.TOP),
            new Compress(60),
            new Convert(FormatChoice.WEBP),
            new Watermark(
                new Mark.Text("© me", 0xFF8800), Position.BOTTOM_RIGHT, 0.5, 16, 0.2, true),
            new Watermark(new Mark.Image("logo"), Position.TOP_LEFT, 0.25, 0, 0.5, false),
            new Rotate(270),
            new Grayscale(),
            new Blur(2.5),
            new Sharpen(0.5, 2));
  }

  @Test
  void whatIsNotSaidHasItsDefault() {
    var steps =
        reader.pipeline(
            """
            [{"type": "watermark"}, {"type": "blur"}, {"type": "sharpen", "options": {}},
             {"type": "crop", "options": {"width": 2, "height": 1}},
             {"type": "watermark", "options": {"text": "x"}}]
            """);

    assertThat(reader.unacceptable()).isEmpty();
    assertThat(steps)
        .containsExactly(
            new ConfiguredWatermark(null, null, null, null, null),
            new Blur(1),
            new Sharpen(1, 1),
            new Crop(null, null, 2, 1, Position.CENTER),
            Watermark.of(new Mark.Text("x", 0xFFFFFF)));
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    var variants =
        reader.variants(
            """
            [{"name": "a", "width": 0, "height": 12001, "fit": "Cover", "quality": 101},
             {"name": "A"}, {"name": "custom"}, {"name": "a"}, {"width": 1.5},
             {"name": 1, "format": "jpg", "watermark": "yes", "colour": 1}, 7]
            """);
    reader.pipeline("[{\"type\": \"swirl\"}, {\"options\": {}}, {\"type\": \"rotate\"}]");

    assertThat(variants).hasSize(7);
    assertThat(reader.unacceptable())
        .extracting(RequestError::path)
        .containsExactly(
            "variants[0].width",
            "variants[0].height",
            "variants[0].fit",
            "variants[0].quality",
            "variants[1].name",
            "variants[2].name",
            "variants[3].name",
            "variants[4].name",
            "variants[4].width",
            "variants[5].name",
            "variants[5].format",
            "variants[5].watermark",
            "variants[5].colour",
            "variants[6]",
            "variants[6].name",
            "pipeline[0].type",
            "pipeline[1].type",
            "pipeline[2].options.angle");
    assertThat(reader.unacceptable())
        .contains(
            new RequestError("variants[0].width", "Use a whole number from 1 to 12000."),
            new RequestError("variants[0].fit", "Use one of inside, cover, contain, fill."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resize | {} | options",
        "resize | {'fit': 'cover'} | options",
        "resize | {'width': '5'} | options.width",
        "resize | {'width': 8000, 'height': 8000, 'fit': 'contain'} | options.height",
        "resize | {'width': 99999999999999999999} | options.width",
        "crop | {'width': 5} | options.height",
        "crop | {'width': 5, 'height': 5, 'x': -1} | options.x",
        "crop | {'width': 5, 'height': 5, 'position': 'bottom_right'} | options.position",
        "compress | {} | options.quality",
        "convert | {} | options.format",
        "convert | {'format': 'tiff'} | options.format",
        "rotate | {'angle': 45} | options.angle",
        "grayscale | {'amount': 1} | options.amount",
        "blur | {'radius': 0} | options.radius",
        "blur | {'radius': 1e999} | options.radius",
        "sharpen | {'amount': true} | options.amount",
        "watermark | {'text': 'a', 'image': 'b'} | options.image",
        "watermark | {'text': ''} | options.text",
        "watermark | {'text': 'a\\nb'} | options.text",
        "watermark | {'text': '\\ud800'} | options.text",
        "watermark | {'text': 'a', 'color': 'red'} | options.color",
        "watermark | {'color': '#ffffff'} | options.color",
        "watermark | {'opacity': 1.1} | options.opacity",
        "watermark | {'margin': 0.5} | options.margin",
        "watermark | {'scale': 0} | options.scale",
        "watermark | [] | options",
      })
  void optionsHaveLimits(String type, String options, String path) {
    reader.pipeline(
        "[{\"type\": \"%s\", \"options\": %s}]".formatted(type, options.replace('\'', '"')));

    assertThat(reader.malformed()).isEmpty();
    assertThat(reader.unacceptable())
        .extracting(RequestError::path)
        .contains("pipeline[0]." + path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "[] []",
        "[{\"name\": \"a\", \"name\": \"b\"}]",
        "[{'name': 'a'}]",
        "[{\"name\": NaN}]",
        "[[[[[[[[[[]]]]]]]]]]",
        "[// a comment\n]"
      })
  void whatIsNoJsonIsMalformed(String text) {
    assertThat(reader.variants(text)).isEmpty();

    assertThat(reader.malformed()).extracting(RequestError::path).containsExactly("variants");
    assertThat(reader.unacceptable()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "1", "\"[]\""})
  void whatIsNoArrayIsUnacceptable(String json) {
    reader.pipeline(json);

    assertThat(reader.malformed()).isEmpty();
    assertThat(reader.unacceptable()).extracting(RequestError::path).containsExactly("pipeline");
  }

  @Test
  void moreThanTenAreTooMany() {
    assertThat(reader.variants(variants(11))).hasSize(10);
    assertThat(reader.unacceptable())
        .containsExactly(new RequestError("variants", "Give at most 10."));
    assertThat(new RequestReader().variants(variants(10))).hasSize(10);
  }

  @Test
  void longJsonIsNotReadAtAll() {
    reader.variants("[" + " ".repeat(RequestReader.MAX_BYTES - 1) + "]");

    assertThat(reader.unacceptable())
        .containsExactly(new RequestError("variants", "Use at most 16 KB (16384 bytes) of JSON."));
  }

  @Test
  void namesAndErrorsAreNotGivenBackWithoutEnd() {
    var members =
        IntStream.range(0, 100)
            .mapToObj(i -> "\"%s%d\": 1".formatted("x".repeat(80), i))
            .collect(Collectors.joining(","));
    reader.variants("[{\"name\": \"a\", " + members + "}]");

    assertThat(reader.unacceptable())
        .hasSize(50)
        .allSatisfy(error -> assertThat(error.path()).hasSizeLessThan(80));
  }

  /** Types, options, values and signs in every disorder: found fault with, never an error. */
  @Test
  void nothingThatIsSentMakesItFail() {
    var types =
        words("resize crop rotate blur sharpen watermark compress convert grayscale swirl", '"');
    var names =
        words(
            "width height x y radius amount angle quality format fit text image color scale tiled"
                + " position opacity margin",
            '"');
    var values =
        Stream.concat(
                words("-1 0 1 45 90 1e400 0.1 12001 99999999999 true null [] {}", ' ').stream(),
                words("contain avif center #ffffff #fffffg \\ud800", '"').stream())
            .toList();
    var random = new Random(25);
    for (int i = 0; i < 5000; i++) {
      var text =
          "[{\"type\":%s,\"options\":{%s:%s,%s:%s}}]"
              .formatted(
                  any(types, random),
                  any(names, random),
                  any(values, random),
                  any(names, random),
                  any(values, random));
      assertThat(isRead(text)).as(text).isTrue();
      int at = random.nextInt(text.length());
      assertThat(isRead(text.substring(0, at) + any(values, random) + text.substring(at))).isTrue();
    }
  }

  /** Whether something came of it: steps, variants or a finding. */
  private static boolean isRead(String text) {
    var reader = new RequestReader();
    var made = reader.pipeline(text).size() + reader.variants(text).size();
    return made + reader.malformed().size() + reader.unacceptable().size() > 0;
  }

  private static List<String> words(String words, char quote) {
    return Stream.of(words.split(" ", -1)).map(word -> quote + word + quote).toList();
  }

  private static String any(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }

  private static String variants(int count) {
    return IntStream.range(0, count)
        .mapToObj("{\"name\": \"v%d\"}"::formatted)
        .collect(Collectors.joining(",", "[", "]"));
  }
}
