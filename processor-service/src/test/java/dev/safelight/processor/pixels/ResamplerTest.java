package dev.safelight.processor.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

  /** Weights that do not sum up, or sums that overflow, would change the colour. */
  @ParameterizedTest
  @CsvSource({
    "7, 5, 3, 2",
    "100, 100, 99, 99",
    "20000, 1, 100, 1",
    "1, 20000, 1, 100",
    "640, 480, 1, 1",
    "501, 333, 100, 66",
    "33, 33, 32, 1"
  })
  void flatColorsStay(int width, int height, int newWidth, int newHeight) {
    for (int color : new int[] {0xFFFFFF, 0x000000, 0xFF8001}) {
      var scaled =
          Resampler.scale(Drawn.opaque(width, height, (x, y) -> color), newWidth, newHeight);
      assertThat(scaled.width()).isEqualTo(newWidth);
      assertThat(scaled.height()).isEqualTo(newHeight);
      assertThat(scaled.argb()).containsOnly(0xFF000000 | color);
    }
  }

  /** A slope shows by how much anything is moved: 2 levels a pixel, so a tenth is seen. */
  @ParameterizedTest
  @CsvSource({"120, 100", "120, 77", "125, 50", "126, 40", "127, 25", "127, 11"})
  void placesStay(int width, int newWidth) {
    var slope = Drawn.opaque(width, 4, (x, y) -> Drawn.gray(2 * x));
    var scaled = Resampler.scale(slope, newWidth, 4);
    double ratio = (double) width / newWidth;
    for (int x = 6; x < newWidth - 6; x++) {
      double expected = 2 * ((x + 0.5) * ratio - 0.5);
      assertThat(scaled.argb()[x] & 0xFF).isCloseTo((int) Math.round(expected), within(1));
    }
  }

  @Test
  void partOfAPictureIsAllThatCounts() {
    var slope = Drawn.opaque(101, 9, (x, y) -> Drawn.gray(2 * x));
    var scaled = Resampler.scale(slope, new Area(0.75, 0.5, 100.25, 8.5), 50, 4);
    for (int x = 6; x < 44; x++) {
      double expected = 2 * (0.75 + (x + 0.5) * 100.25 / 50 - 0.5);
      assertThat(scaled.argb()[x] & 0xFF).isCloseTo((int) Math.round(expected), within(1));
    }
  }

  /** The finest pattern there is becomes its mean, not a coarser pattern. */
  @Test
  void nothingIsSeenThatWasNotThere() {
    var stripes = Drawn.opaque(300, 300, (x, y) -> Drawn.gray(x % 2 * 255));
    for (int edge : new int[] {140, 100, 61, 30}) {
      var scaled = Resampler.scale(stripes, edge, edge);
      int middle = scaled.argb()[edge * edge / 2 + edge / 2] & 0xFF;
      assertThat(middle).as("at %d", edge).isCloseTo(128, within(8));
    }
  }

  @Test
  void invisibleColorsDoNotShine() {
    var halves = Drawn.transparent(64, 64, (x, y) -> x < 33 ? 0x0000FF00 : 0xFFFF0000);
    for (int pixel : Resampler.scale(halves, 20, 20).argb()) {
      assertThat(pixel >>> 24 == 0 ? 0 : pixel >> 8 & 0xFF).isZero();
    }
  }

  @Test
  void sameSizeIsTheSamePicture() {
    var picture = Drawn.opaque(9, 9, (x, y) -> x * y);
    assertThat(Resampler.scale(picture, 9, 9)).isSameAs(picture);
  }
}
