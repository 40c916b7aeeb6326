package dev.safelight.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SsimTest {

  private final Luma noise = noise(64, 48, 1);

  @Test
  void sameIsOne() {
    assertThat(Ssim.of(noise, noise)).isEqualTo(1);
  }

  @Test
  void unrelatedIsNearZero() {
    assertThat(Ssim.of(noise, noise(64, 48, 2))).isCloseTo(0, within(0.1));
  }

  @Test
  void moreDistortionIsLess() {
    double little = Ssim.of(noise, disturbed(noise, 10));
    double much = Ssim.of(noise, disturbed(noise, 60));

    assertThat(little).isGreaterThan(much).isLessThan(1);
  }

  /** Of flat pictures only the first factor of the formula is left. */
  @Test
  void flatPicturesFollowTheFormula() {
    double c1 = 6.5025;
    double expected = (2 * 100 * 110 + c1) / (100 * 100 + 110 * 110 + c1);

    assertThat(Ssim.of(flat(100), flat(110))).isCloseTo(expected, within(1e-9));
  }

  @Test
  void smallerThanAWindow() {
    assertThat(Ssim.of(noise(3, 2, 1), noise(3, 2, 1))).isEqualTo(1);
  }

  @Test
  void otherSizesAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Ssim.of(noise, noise(48, 64, 1)));
  }

  private static Luma noise(int width, int height, int seed) {
    var random = new Random(seed);
    var values = new float[width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(256);
    }
    return new Luma(width, height, values);
  }

  private static Luma disturbed(Luma picture, int by) {
    var random = new Random(by);
    var values = picture.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) random.nextGaussian() * by;
    }
    return new Luma(picture.width(), picture.height(), values);
  }

  private static Luma flat(float value) {
    var values = new float[64];
    java.util.Arrays.fill(values, value);
    return new Luma(8, 8, values);
  }
}
