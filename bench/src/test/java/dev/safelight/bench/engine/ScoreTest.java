package dev.safelight.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {

  @Test
  void medianOfRoundsAndMostMemory() {
    var score =
        new Score(
            "a peer",
            List.of(
                new Round(10, 10, 2, 3_000_000),
                new Round(10, 2, 6, 9_000_000),
                new Round(10, 5, 4, 6_000_000)));

    assertThat(score.imagesPerSecond()).isEqualTo(2);
    assertThat(score.cpuMillisecondsPerImage()).isEqualTo(400);
    assertThat(score.residentMegabytes()).isEqualTo(9);
  }

  @Test
  void medianOfAnEvenNumberIsBetween() {
    var score = new Score("a peer", List.of(new Round(4, 4, 1, 0), new Round(4, 2, 1, 0)));

    assertThat(score.imagesPerSecond()).isEqualTo(1.5);
  }
}
