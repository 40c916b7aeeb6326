package dev.safelight.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every number here was worked out by hand. */
class CropTest {

  @ParameterizedTest
  @CsvSource({
    "10, 20, 30, 40, 10, 20, 30, 40",
    "0, 0, 100, 80, 0, 0, 100, 80",
    "90, 70, 30, 40, 90, 70, 10, 10",
    "0, 0, 1000, 1000, 0, 0, 100, 80",
    "99, 79, 1, 1, 99, 79, 1, 1",
    // Wholly outside: the last pixel of the last row is what is left.
    "500, 500, 30, 40, 99, 79, 1, 1"
  })
  void isCutToAPictureOf100x80(
      int x, int y, int w, int h, int left, int top, int width, int height) {
    assertThat(new Crop(x, y, w, h, Position.CENTER).box(100, 80))
        .isEqualTo(new Box(left, top, width, height));
  }

  @ParameterizedTest
  @CsvSource({
    "TOP_LEFT, 0, 0",
    "TOP, 35, 0",
    "TOP_RIGHT, 70, 0",
    "LEFT, 0, 20",
    "CENTER, 35, 20",
    "RIGHT, 70, 20",
    "BOTTOM_LEFT, 0, 40",
    "BOTTOM, 35, 40",
    "BOTTOM_RIGHT, 70, 40"
  })
  void isPlacedWhereNoEdgeIsGiven(Position position, int left, int top) {
    assertThat(new Crop(null, null, 30, 40, position).box(100, 80))
        .isEqualTo(new Box(left, top, 30, 40));
  }

  @Test
  void isPlacedAlongOneAxisOnly() {
    assertThat(new Crop(5, null, 30, 40, Position.BOTTOM_RIGHT).box(100, 80))
        .isEqualTo(new Box(5, 40, 30, 40));
    assertThat(new Crop(null, 5, 30, 40, Position.BOTTOM_RIGHT).box(100, 80))
        .isEqualTo(new Box(70, 5, 30, 40));
  }

  @Test
  void takesTheWholeOfASmallerPicture() {
    for (var position : Position.values()) {
      assertThat(new Crop(null, null, 30, 40, position).box(7, 5)).isEqualTo(new Box(0, 0, 7, 5));
    }
  }

  @Test
  void refusesWhatHasNoPixelOrNoPlace() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Crop(0, 0, 0, 1, Position.CENTER));
    assertThatIllegalArgumentException().isThrownBy(() -> new Crop(-1, 0, 1, 1, Position.CENTER));
  }
}
