package dev.safelight.scanner.clamav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.scanner.scan.Engine;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignatureAgeTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void freshSignaturesAreNoWorry() throws Exception {
    assertThat(age().warning(from("2026-11-14T12:00:00Z"))).isEmpty();
  }

  @Test
  void oldOnesAre() throws Exception {
    assertThat(age().warning(from("2026-11-10T12:00:00Z"))).get().asString().contains("10 days");
  }

  @Test
  void localOnesAloneAre() throws Exception {
    assertThat(age().warning(new Engine("ClamAV 1.4.6", "0", null)))
        .get()
        .asString()
        .contains("local");
  }

  private static SignatureAge age() throws Exception {
    try (var clamd = new FakeClamd()) {
      return new SignatureAge(Clock.fixed(NOW, ZoneOffset.UTC), clamd.settings());
    }
  }

  private static Engine from(String date) {
    return new Engine("ClamAV 1.4.6", "27812", Instant.parse(date));
  }
}
