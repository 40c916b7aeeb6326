package dev.safelight.imageheader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assertions;

/** Whatever the bytes: a header, or one of two refusals, and soon. */
class HostileInputTest {

  private static final byte[][] STARTS = {
    {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
    {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
    {'G', 'I', 'F', '8', '9', 'a'},
    {'R', 'I', 'F', 'F', 50, 0, 0, 0, 'W', 'E', 'B', 'P', 'V', 'P', '8', 'X'},
    {'B', 'M', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 40, 0, 0, 0},
    {'I', 'I', 42, 0, 8, 0, 0, 0},
    {'M', 'M', 0, 42, 0, 0, 0, 8}
  };

  @Property(tries = 3000)
  void randomBytesAreRefusedOrRead(
      @ForAll @IntRange(max = 6) int start, @ForAll @Size(max = 400) byte[] rest) {
    readsOrRefuses(new Bytes().raw(STARTS[start]).raw(rest).done());
  }

  @Property(tries = 3000)
  void mutatedImagesAreRefusedOrRead(
      @ForAll("images") byte[] image,
      @ForAll @IntRange(min = 1, max = 8) int hits,
      @ForAll long seed) {
    var mutated = image.clone();
    var dice = new Random(seed);
    for (int i = 0; i < hits; i++) {
      // Most of what can go wrong stands in front.
      int range = dice.nextBoolean() ? Math.min(64, mutated.length) : mutated.length;
      mutated[dice.nextInt(range)] = (byte) dice.nextInt(256);
    }
    readsOrRefuses(mutated);
  }

  @Property(tries = 1000)
  void truncatedImagesAreRefusedOrRead(@ForAll("images") byte[] image, @ForAll double share) {
    readsOrRefuses(Arrays.copyOf(image, (int) (image.length * Math.abs(share % 1))));
  }

  @Provide
  Arbitrary<byte[]> images() {
    return Arbitraries.of(
        List.of(
            Drawn.file("jpg", 33, 17),
            Drawn.file("png", 33, 17),
            Drawn.file("bmp", 33, 17),
            Drawn.sequence("gif", new int[] {9, 9}, new int[] {5, 5}),
            Drawn.sequence("tiff", new int[] {9, 9}, new int[] {5, 5})));
  }

  private static void readsOrRefuses(byte[] content) {
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          try {
            assertThat(ImageHeaders.read(content).pixels()).isPositive();
          } catch (UnknownImageTypeException | MalformedImageException refusal) {
            assertThat(refusal).hasMessageStartingWith("The ");
          }
        });
  }
}
