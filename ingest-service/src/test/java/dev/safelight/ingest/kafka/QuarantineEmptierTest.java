package dev.safelight.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.upload.KeptOriginals;
import dev.safelight.ingest.upload.Quarantine;
import dev.safelight.ingest.upload.Retention;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.Acknowledgment;
import reactor.core.publisher.Mono;

class QuarantineEmptierTest {

  private static final UUID ID = UUID.fromString("01234567-89ab-7def-8123-456789abcdef");
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private static final KeptOriginals NOBODYS = new KeptOriginals(false, false);

  private final List<String> steps = new ArrayList<>();

  @Test
  void removesWhatIsOldEnoughAndAcknowledgesIt() {
    emptier(NOBODYS).on(Decisions.processed(ID), minutesAgo(10), new Recording());

    assertThat(steps).containsExactly("remove uploads/" + ID, "acknowledge");
  }

  /** The consumer has to poll every now and then, or it loses its partitions. */
  @Test
  void handsBackWhatIsTooYoungForAWhileAndNotTooLong() {
    emptier(NOBODYS).on(Decisions.processed(ID), minutesAgo(9), new Recording());
    emptier(NOBODYS).on(Decisions.processed(ID), minutesAgo(10) + 500, new Recording());

    assertThat(steps).containsExactly("wait PT30S", "wait PT0.5S");
  }

  @Test
  void rejectedOnesGoTheSameWay() {
    emptier(NOBODYS).on(Decisions.rejected(ID), minutesAgo(9), new Recording());
    emptier(NOBODYS).on(Decisions.rejected(ID), minutesAgo(11), new Recording());

    assertThat(steps).containsExactly("wait PT30S", "remove uploads/" + ID, "acknowledge");
  }

  @Test
  void rejectedOnesStayWhereTheyAreWantedForAnalysis() {
    var emptier = emptier(new KeptOriginals(false, true));
    emptier.on(Decisions.rejected(ID), minutesAgo(11), new Recording());
    emptier.on(Decisions.processed(ID), minutesAgo(11), new Recording());

    assertThat(steps).containsExactly("acknowledge", "remove uploads/" + ID, "acknowledge");
  }

  @Test
  void readyOnesStayWhereTheyAreToBeDevelopedAgain() {
    var emptier = emptier(new KeptOriginals(true, false));
    emptier.on(Decisions.processed(ID), minutesAgo(11), new Recording());
    emptier.on(Decisions.rejected(ID), minutesAgo(11), new Recording());

    assertThat(steps).containsExactly("acknowledge", "remove uploads/" + ID, "acknowledge");
  }

  private static long minutesAgo(int minutes) {
    return NOW.minus(Duration.ofMinutes(minutes)).toEpochMilli();
  }

  private QuarantineEmptier emptier(KeptOriginals kept) {
    return new QuarantineEmptier(
        new Retention(
            new RecordingQuarantine(),
            Duration.ofMinutes(10),
            kept,
            Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  private class Recording implements Acknowledgment {

    @Override
    public void acknowledge() {
      steps.add("acknowledge");
    }

    @Override
    public void nack(Duration sleep) {
      steps.add("wait " + sleep);
    }
  }

  private class RecordingQuarantine implements Quarantine {

    @Override
    public Mono<Void> store(String objectKey, Path file, String mimeType) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Void> remove(String objectKey) {
      return Mono.fromRunnable(() -> steps.add("remove " + objectKey));
    }
  }
}
