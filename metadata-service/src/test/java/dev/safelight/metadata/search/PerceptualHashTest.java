package dev.safelight.metadata.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class PerceptualHashTest {

  @Property
  void bandsMissNothingThatIsNear(
      @ForAll long bits,
      @ForAll @Size(max = PerceptualHash.FARTHEST) @UniqueElements
          List<@IntRange(max = 63) Integer> flips) {
    var hash = new PerceptualHash(bits);
    var other =
        new PerceptualHash(
            flips.stream().map(bit -> 1L << bit).reduce(bits, (left, right) -> left ^ right));

    assertThat(hash.distance(other)).isEqualTo(flips.size());
    var probed = hash.bandsWithin(flips.size()).boxed().collect(Collectors.toSet());
    assertThat(other.bands().boxed()).anyMatch(probed::contains);
  }

  @Test
  void looksUpFewBands() {
    var hash = new PerceptualHash(-1);
    assertThat(hash.bands().distinct().count()).isEqualTo(4);
    assertThat(hash.bandsWithin(3).distinct().count()).isEqualTo(4);
    assertThat(hash.bandsWithin(7).distinct().count()).isEqualTo(68);
  }

  @Property
  void readsWhatRecordsHold(@ForAll long bits) {
    assertThat(PerceptualHash.parse("%016x".formatted(bits))).contains(new PerceptualHash(bits));
  }

  @Test
  void whatIsNoHashHasNone() {
    IntStream.of(0, 15, 17)
        .forEach(length -> assertThat(PerceptualHash.parse("a".repeat(length))).isEmpty());
    assertThat(PerceptualHash.parse("A".repeat(16))).isEmpty();
  }
}
