package dev.safelight.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LanczosTest {

  @Test
  void flatStaysFlat() {
    var scaled = Lanczos.scale(picture(40, 30, 0, 77), 13, 7);

    assertThat(scaled.width()).isEqualTo(13);
    assertThat(scaled.height()).isEqualTo(7);
    for (float value : scaled.values()) {
      assertThat(value).isCloseTo(77, within(0.001f));
    }
  }

  /** Half the size: each pixel is where two were, so a slope becomes the means of pairs. */
  @Test
  void slopeStaysWhereItIs() {
    var scaled = Lanczos.scale(picture(80, 8, 2, 0), 40, 4);

    for (int x = 6; x < 34; x++) {
      assertThat(scaled.values()[2 * 40 + x]).isCloseTo(2 * (2 * x + 0.5f), within(0.01f));
    }
  }

  @Test
  void stripesTooFineToShowBecomeGrey() {
    var values = new float[64 * 8];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 2 * 255;
    }
    var scaled = Lanczos.scale(new Luma(64, 8, values), 16, 2);

    assertThat(scaled.values()[8]).isCloseTo(127.5f, within(2f));
  }

  @Test
  void ownSizeIsTheSame() {
    var picture = picture(5, 4, 3, 9);

    assertThat(Lanczos.scale(picture, 5, 4).values()).isEqualTo(picture.values());
  }

  private static Luma picture(int width, int height, float slope, float start) {
    var values = new float[width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = start + slope * (i % width);
    }
    return new Luma(width, height, values);
  }
}
