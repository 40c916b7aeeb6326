package dev.safelight.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {

  private final BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(5));

  @Test
  void doublesUpToTheCapHoweverOftenAPartDies() {
    assertThat(backOff.after(1)).hasSeconds(1);
    assertThat(backOff.after(2)).hasSeconds(2);
    assertThat(backOff.after(3)).hasSeconds(4);
    assertThat(backOff.after(4)).hasSeconds(5);
    assertThat(backOff.after(Integer.MAX_VALUE)).hasSeconds(5);
  }
}
