package dev.safelight.processor.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeltaETest {

  /** Pairs published by Sharma, Wu and Dalal (2005) to test implementations with. */
  @ParameterizedTest
  @CsvSource({
    "50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425",
    "50, 3.1571, -77.2803, 50, 0, -82.7485, 2.8615",
    "50, 0, 0, 50, -1, 2, 2.3669",
    "50, 2.5, 0, 73, 25, -18, 27.1492",
    "60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644",
    "22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373",
    "2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082"
  })
  void agreesWithWhatWasPublished(
      double l1, double a1, double b1, double l2, double a2, double b2, double expected) {
    var one = new double[] {l1, a1, b1};
    var other = new double[] {l2, a2, b2};
    assertThat(DeltaE.between(one, other)).isCloseTo(expected, within(0.0001));
    assertThat(DeltaE.between(other, one)).isCloseTo(expected, within(0.0001));
  }

  @Test
  void whiteAndBlackAreAHundredApart() {
    assertThat(DeltaE.between(0xFFFFFFFF, 0xFF000000)).isCloseTo(100, within(0.01));
    assertThat(DeltaE.between(0x00000000, 0xFFFFFFFF)).isZero();
  }
}
