package dev.safelight.processor.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantizerTest {

  @Test
  void fewColorsStayAsTheyAre() {
    var few = Drawn.opaque(32, 8, (x, y) -> x * 8 + y | (255 - x) << 16);
    assertThat(shown(Quantizer.reduce(few))).isEqualTo(few.argb());
    assertThat(Quantizer.reduce(few).palette()).hasSize(256);
  }

  @Test
  void oneColorMoreIsApproximated() {
    var many = Drawn.opaque(257, 1, (x, y) -> x * 0x10101 % 0xFFFFFF ^ x << 3);
    assertThat(Quantizer.reduce(many).palette().length).isLessThanOrEqualTo(256);
  }

  /** Errors are spread, so that areas keep their colours though pixels do not. */
  @Test
  void manyColorsAreApproximated() {
    var slopes = Drawn.opaque(256, 256, (x, y) -> x << 16 | y << 8 | (x + y) / 2);
    var indexed = Quantizer.reduce(slopes);
    assertThat(indexed.palette()).hasSize(256);
    assertThat(indexed.transparentIndex()).isEqualTo(-1);
    int[] seen = shown(indexed);
    for (int shift = 0; shift <= 16; shift += 8) {
      assertThat(mean(seen, 100, 100, shift) - mean(slopes.argb(), 100, 100, shift))
          .isBetween(-3.0, 3.0);
      assertThat(worst(seen, slopes.argb(), shift)).isLessThan(48);
    }
  }

  @Test
  void transparentIsTheLastColor() {
    var some =
        Drawn.transparent(64, 64, (x, y) -> x < 8 ? 0x40FF0000 : 0xC0000000 | x << 18 | y << 2);
    var indexed = Quantizer.reduce(some);
    assertThat(indexed.transparentIndex()).isEqualTo(indexed.palette().length - 1);
    int[] seen = shown(indexed);
    assertThat(seen[0]).isZero();
    assertThat(seen[8] >>> 24).isEqualTo(255);
  }

  private static int[] shown(IndexedPicture indexed) {
    var argb = new int[indexed.indices().length];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = indexed.palette()[indexed.indices()[i] & 0xFF];
    }
    return argb;
  }

  private static double mean(int[] argb, int left, int top, int shift) {
    double sum = 0;
    for (int i = 0; i < 256; i++) {
      sum += argb[(top + i / 16) * 256 + left + i % 16] >> shift & 0xFF;
    }
    return sum / 256;
  }

  private static int worst(int[] one, int[] other, int shift) {
    int worst = 0;
    for (int i = 0; i < one.length; i++) {
      worst = Math.max(worst, Math.abs((one[i] >> shift & 0xFF) - (other[i] >> shift & 0xFF)));
    }
    return worst;
  }
}
