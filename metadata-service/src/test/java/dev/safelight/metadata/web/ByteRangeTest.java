package dev.safelight.metadata.web;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;

class ByteRangeTest {

  @Property
  void everyPartIsWithinThePicture(
      @ForAll @LongRange(min = 0, max = 1L << 40) long first,
      @ForAll @LongRange(min = 0, max = 1L << 40) long last,
      @ForAll @LongRange(min = 1, max = 1L << 40) long size) {
    var range = ByteRange.parse("bytes=" + first + '-' + last, size);
    if (last < first) {
      assertThat(range).isEqualTo(new ByteRange.Whole());
    } else if (first >= size) {
      assertThat(range).isEqualTo(new ByteRange.Unsatisfiable());
    } else {
      assertThat(range).isEqualTo(new ByteRange.Part(first, Math.min(last, size - 1)));
    }
  }

  @Property
  void suffixIsTheEndOfThePicture(
      @ForAll @LongRange(min = 1) long length,
      @ForAll @LongRange(min = 1, max = 1L << 40) long size) {
    var range = (ByteRange.Part) ByteRange.parse("bytes=-" + length, size);
    assertThat(range.last()).isEqualTo(size - 1);
    assertThat(range.length()).isEqualTo(Math.min(length, size));
  }

  @Property
  void anythingElseIsAnsweredWithTheWhole(@ForAll @NotBlank String nonsense) {
    var range = ByteRange.parse(nonsense, 100);
    assertThat(range).isEqualTo(new ByteRange.Whole());
  }

  @Property
  void nothingInAByteRangeBreaksIt(@ForAll String nonsense, @ForAll @LongRange(min = 0) long size) {
    var range = ByteRange.parse("bytes=" + nonsense, size);
    if (range instanceof ByteRange.Part(var first, var last)) {
      assertThat(first).isBetween(0L, last);
      assertThat(last).isLessThan(size);
    }
  }

  @Test
  void moreDigitsThanANumberHoldsAreMoreBytesThanThereAre() {
    var digits = "9".repeat(40);
    assertThat(ByteRange.parse("bytes=" + digits + '-', 100))
        .isEqualTo(new ByteRange.Unsatisfiable());
    assertThat(ByteRange.parse("bytes=5-" + digits, 100)).isEqualTo(new ByteRange.Part(5, 99));
    assertThat(ByteRange.parse("bytes=-" + digits, 100)).isEqualTo(new ByteRange.Part(0, 99));
  }

  @Test
  void nothingCanBeAskedOfNothing() {
    assertThat(ByteRange.parse("bytes=0-", 0)).isEqualTo(new ByteRange.Unsatisfiable());
    assertThat(ByteRange.parse("bytes=-5", 0)).isEqualTo(new ByteRange.Unsatisfiable());
    assertThat(ByteRange.parse(null, 0)).isEqualTo(new ByteRange.Whole());
  }

  @Test
  void unitIsReadInAnyCase() {
    assertThat(ByteRange.parse("Bytes=1-2", 100)).isEqualTo(new ByteRange.Part(1, 2));
  }
}
