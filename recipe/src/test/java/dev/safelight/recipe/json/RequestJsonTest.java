package dev.safelight.recipe.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.safelight.recipe.ProcessingRequest;
import dev.safelight.recipe.RequestedVariant;
import dev.safelight.recipe.Resize;
import dev.safelight.recipe.Rotate;
import dev.safelight.recipe.Sharpen;
import dev.safelight.recipe.Watermark;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestJsonTest {

  private static final ProcessingRequest EVERYTHING =
      new ProcessingRequest(
          "web",
          List.of(
              new RequestedVariant("card", 400, 300, Fit.CONTAIN, 70, FormatChoice.GIF, false),
              new RequestedVariant("full", null, null, null, null, null, null)),
          List.of(
              new Resize(Resize.FREE, 40, Fit.FILL),
              new Crop(1, 2, 3, 4, Position.BOTTOM_LEFT),
              new Crop(null, null, 3, 4, Position.RIGHT),
              new Rotate(180),
              new Blur(100),
              new Sharpen(0.3, 0.1),
              new Watermark(new Mark.Text("© \"Ä\" 😀", 0x0000FF), Position.TOP, 0, 1000, 1, true),
              Watermark.of(new Mark.Image("logo")),
              new ConfiguredWatermark(Position.LEFT, 0.1, 2, 0.3, true),
              new Convert(FormatChoice.NATURAL)),
          true);

  @Test
  void whatWasWrittenComesBack() {
    assertThat(RequestJson.read(RequestJson.write(EVERYTHING))).isEqualTo(EVERYTHING);

    var rest =
        new ProcessingRequest(
            null,
            List.of(),
            List.of(
                new Grayscale(),
                new Compress(1),
                new ConfiguredWatermark(null, null, null, null, null)),
            false);
    assertThat(RequestJson.read(RequestJson.write(rest))).isEqualTo(rest);
  }

  @Test
  void isAsClientsWriteIt() {
    var request =
        new ProcessingRequest(
            "web",
            List.of(new RequestedVariant("a", 1, null, Fit.COVER, null, FormatChoice.PNG, null)),
            List.of(Watermark.of(new Mark.Text("me", 0x0A0B0C))),
            null);
    assertThat(RequestJson.write(request))
        .isEqualTo(
            """
            {"variantSet":"web",\
            "variants":[{"name":"a","width":1,"fit":"cover","format":"png"}],\
            "pipeline":[{"type":"watermark","options":{"text":"me","color":"#0a0b0c",\
            "position":"bottom-right","opacity":0.5,"margin":16,"scale":0.2,"tiled":false}}]}\
            """);
  }

  @Test
  void nothingAskedIsAnEmptyObject() {
    assertThat(RequestJson.write(ProcessingRequest.NONE)).isEqualTo("{}");
    assertThat(RequestJson.read("{}")).isEqualTo(ProcessingRequest.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"set\":\"web\"}",
        "{\"variants\":{}}",
        "{\"variants\":[{\"name\":\"A\"}]}",
        "{\"pipeline\":[{\"type\":\"swirl\"}]}",
        "{\"watermark\":1}"
      })
  void anythingElseIsRefused(String json) {
    assertThatThrownBy(() -> RequestJson.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A request is not");
  }
}
