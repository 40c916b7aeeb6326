package dev.safelight.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImageIdsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123Z");

  private final ImageIds ids = new ImageIds(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void saysWhenItWasMadeAndIsOfVersion7() {
    var id = ids.next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void risesEvenWhileTheClockStandsStill() {
    var made = Stream.generate(ids::next).limit(20_000).map(UUID::toString).toList();

    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void threadsNeverShareAnId() {
    var made = Stream.generate(() -> 0).parallel().limit(50_000).map(i -> ids.next()).toList();

    assertThat(made).doesNotHaveDuplicates();
  }
}
