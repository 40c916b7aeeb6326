package dev.safelight.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.processor.scene.Files;
import dev.safelight.processor.scene.Photo;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MutatorTest {

  private static final List<byte[]> SOUND = Corpus.drawn();
  private static final Fuzz FUZZ = new Fuzz(SOUND, 7, Path.of("none"));

  @Test
  void theSameDiceAlterTheSameWay() {
    for (int number = 0; number < 50; number++) {
      assertThat(FUZZ.file(number)).isEqualTo(FUZZ.file(number));
    }
    assertThat(new Fuzz(SOUND, 8, Path.of("none")).file(1)).isNotEqualTo(FUZZ.file(1));
  }

  @Test
  void nearlyEveryFileIsAltered() {
    long untouched =
        IntStream.range(0, 300)
            .filter(n -> SOUND.stream().anyMatch(f -> Arrays.equals(f, FUZZ.file(n))))
            .count();
    assertThat(untouched).isLessThan(15);
  }

  @Test
  void damagedChunksGetTheChecksumTheyNeed() {
    var sound = Files.write("png", Photo.draw(20, 10));
    var damaged = sound.clone();
    damaged[8 + 8 + 3] ^= 1;
    var wrong = damaged.clone();
    var corrected = PngChecksums.corrected(damaged);
    assertThat(corrected).isNotEqualTo(wrong);
    assertThat(Arrays.copyOf(corrected, 29)).isEqualTo(Arrays.copyOf(wrong, 29));
    assertThat(PngChecksums.corrected(sound.clone())).isEqualTo(sound);
  }
}
