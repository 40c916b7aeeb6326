package dev.safelight.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class VariantSpecTest {

  /** As it goes to the processes that develop. */
  @Test
  void passesThroughPlainJson() {
    var spec =
        new VariantSpec(
            "all",
            List.of(
                new Resize(800, Resize.FREE, Fit.COVER),
                new Crop(null, 3, 20, 10, Position.TOP_LEFT),
                new Rotate(270),
                new Grayscale(),
                new Blur(0.5),
                new Sharpen(1, 2),
                new Watermark(
                    new Mark.Text("© Ä \"quoted\"", 0xFF8800), Position.CENTER, 0.3, 4, 0.5, true),
                Watermark.of(new Mark.Image("logo"))),
            FormatChoice.AVIF,
            50);
    var json = JsonMapper.builder().build();

    assertThat(json.readValue(json.writeValueAsBytes(spec), VariantSpec.class)).isEqualTo(spec);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-a", "A", "a b", "a/b", "a.b", "ä", "a12345678901234567890123456789012"})
  void refusesNamesThatAreNotSafeInAKey(String name) {
    assertThatThrownBy(() -> VariantSpec.within(1, name, FormatChoice.JPEG, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
