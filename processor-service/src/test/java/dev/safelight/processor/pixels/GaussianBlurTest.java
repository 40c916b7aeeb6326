package dev.safelight.processor.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianBlurTest {

  /** An edge becomes the sum of the kernel up to there, which tells its form. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1.7, 3, 10, 40})
  void edgeBecomesTheSumOfAGaussian(double sigma) {
    int middle = 200;
    var edge = Drawn.opaque(2 * middle, 3, (x, y) -> Drawn.gray(x < middle ? 0 : 250));
    int[] blurred = new GaussianBlur(sigma).apply(edge).argb();
    for (int x = 0; x < 2 * middle; x++) {
      double expected = 250 * sum(x - middle, sigma) / sum(3 * middle, sigma);
      assertThat((double) (blurred[x] & 0xFF)).as("at %d", x).isCloseTo(expected, within(4.0));
    }
  }

  @Test
  void bothDirectionsAreBlurredAlike() {
    var edge = Drawn.opaque(40, 40, (x, y) -> Drawn.gray(x < 20 ? 0 : 250));
    var across = new GaussianBlur(4).apply(edge);
    var down = new GaussianBlur(4).apply(Turn.clockwise(90).apply(edge));
    assertThat(Turn.clockwise(270).apply(down).argb()).isEqualTo(across.argb());
  }

  @Test
  void flatColorsStayUpToTheEdges() {
    for (double sigma : new double[] {0.3, 2, 100}) {
      var flat = Drawn.opaque(5, 3, (x, y) -> 0xFF8001);
      assertThat(new GaussianBlur(sigma).apply(flat).argb()).containsOnly(0xFFFF8001);
    }
  }

  @Test
  void invisibleColorsDoNotShine() {
    var halves = Drawn.transparent(30, 4, (x, y) -> x < 15 ? 0x0000FF00 : 0xFFFF0000);
    int[] blurred = new GaussianBlur(3).apply(halves).argb();
    assertThat(blurred[14] >>> 24).isBetween(100, 155);
    assertThat(blurred[14] >> 8 & 0xFF).isZero();
  }

  @Test
  void maskMakesEdgesStronger() {
    var edge = Drawn.opaque(20, 1, (x, y) -> Drawn.gray(x < 10 ? 100 : 150));
    int[] sharp = new UnsharpMask(1, 1).apply(edge).argb();
    assertThat(sharp[9] & 0xFF).isBetween(78, 88);
    assertThat(sharp[10] & 0xFF).isBetween(162, 172);
    assertThat(sharp[0] & 0xFF).isEqualTo(100);
  }

  /** Of the kernel's values at all places up to this one. */
  private static double sum(int place, double sigma) {
    double sum = 0;
    for (int i = -400; i <= Math.min(place, 400); i++) {
      sum += Math.exp(-i * i / (2 * sigma * sigma));
    }
    return sum;
  }
}
