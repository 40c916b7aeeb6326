package dev.safelight.metadata.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DimensionsTest {

  @ParameterizedTest
  @CsvSource({"1200, 800, 3:2", "1920, 1080, 16:9", "7, 5, 7:5", "300, 300, 1:1", "1, 999, 1:999"})
  void ratioIsInTheSmallestNumbers(int width, int height, String ratio) {
    assertThat(new Dimensions(width, height).aspectRatio()).isEqualTo(ratio);
  }

  @ParameterizedTest
  @CsvSource({
    "1200, 800, true",
    "100, 67, true",
    "1, 1, true",
    "300, 300, false",
    "1200, 802, false",
    "800, 1200, false"
  })
  void scaledPicturesAreProportional(int width, int height, boolean proportional) {
    assertThat(new Dimensions(width, height).isProportionalTo(new Dimensions(3000, 2000)))
        .isEqualTo(proportional);
    assertThat(new Dimensions(1200, 1).isProportionalTo(new Dimensions(20_000, 1))).isTrue();
  }

  @Property
  void ratioIsThatOfTheSize(
      @ForAll @IntRange(min = 1) int width, @ForAll @IntRange(min = 1) int height) {
    var ratio = new Dimensions(width, height).aspectRatio().split(":", 2);
    var first = new BigInteger(ratio[0]);
    var second = new BigInteger(ratio[1]);
    assertThat(first.multiply(BigInteger.valueOf(height)))
        .isEqualTo(second.multiply(BigInteger.valueOf(width)));
    assertThat(first.gcd(second)).isEqualTo(BigInteger.ONE);
  }
}
