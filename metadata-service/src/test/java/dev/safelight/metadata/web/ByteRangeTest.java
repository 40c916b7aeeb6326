package dev.safelight.metadata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
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
  void partsComeInTheirOrderAndThoseThatTouchAsOne() {
    assertThat(ByteRange.parse("bytes=50-59, 0-9, 20-", 30))
        .as("what is not there is left out")
        .isEqualTo(parts(new ByteRange.Part(0, 9), new ByteRange.Part(20, 29)));
    assertThat(ByteRange.parse("bytes=-1,0-0", 30))
        .isEqualTo(parts(new ByteRange.Part(0, 0), new ByteRange.Part(29, 29)));
    assertThat(ByteRange.parse("bytes=10-19,0-9,5-12", 30)).isEqualTo(new ByteRange.Part(0, 19));
    assertThat(ByteRange.parse("bytes=0-0,0-0,0-0,0-,-30", 30))
        .isEqualTo(new ByteRange.Part(0, 29));
    assertThat(ByteRange.parse("bytes=30-,40-50", 30)).isEqualTo(new ByteRange.Unsatisfiable());
    assertThat(ByteRange.parse("bytes=0-1,x", 30)).isEqualTo(new ByteRange.Whole());
  }

  @Test
  void whoAsksForTooManyPartsGetsTheWhole() {
    assertThat(ByteRange.parse("bytes=" + "0-0,2-2,".repeat(4) + "4-4", 30))
        .isEqualTo(new ByteRange.Whole());
    assertThat(ByteRange.parse("bytes=" + "0-0,".repeat(10_000), 30))
        .isEqualTo(new ByteRange.Whole());
  }

  @Property
  void partsNeverOverlapNorExceedThePicture(
      @ForAll @Size(max = 8) List<@LongRange(min = 0, max = 99) Long> firsts,
      @ForAll @LongRange(min = 0, max = 99) long length) {
    var header =
        firsts.stream()
            .map(first -> first + "-" + (first + length))
            .collect(Collectors.joining(",", "bytes=", ""));
    if (ByteRange.parse(header, 80) instanceof ByteRange.Parts(var parts)) {
      for (int i = 1; i < parts.size(); i++) {
        assertThat(parts.get(i).first()).isGreaterThan(parts.get(i - 1).last() + 1);
      }
      assertThat(parts.getLast().last()).isLessThan(80);
    }
  }

  private static ByteRange parts(ByteRange.Part... parts) {
    return new ByteRange.Parts(List.of(parts));
  }

  @Test
  void unitIsReadInAnyCase() {
    assertThat(ByteRange.parse("Bytes=1-2", 100)).isEqualTo(new ByteRange.Part(1, 2));
  }
}
