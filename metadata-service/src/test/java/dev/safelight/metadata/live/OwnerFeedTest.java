package dev.safelight.metadata.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Samples;
import dev.safelight.metadata.catalog.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class OwnerFeedTest {

  private static final Duration OVERLAP = Duration.ofSeconds(2);
  private static final Instant NOW = Samples.START;
  private static final String OWNER = Samples.OWNER;
  private static final LiveSettings SETTINGS =
      new LiveSettings(OVERLAP, OVERLAP, OVERLAP, OVERLAP, 10, new LiveSettings.Limits(1, 1));

  private final List<Change> stored = new ArrayList<>();
  private final Listening listening = new Listening(new Viewer(OWNER, false), null, null);
  private final OwnerFeed feed = new OwnerFeed(new Stored(), OWNER, listening, SETTINGS);

  /** Clocks of the database's servers differ, and what is stored first may be seen last. */
  @Test
  void whatWasStoredInDisorderIsToldToo() {
    store(Samples.pending(), NOW);
    feed.open().block();
    var late = store(Samples.pending(), NOW.minusSeconds(1));

    assertThat(told()).containsExactly(late);
    assertThat(told()).as("of what was told").isEmpty();
  }

  private List<Change> told() {
    return feed.news().map(Signal.Told::change).collectList().block();
  }

  private Change store(ImageRecord image, Instant at) {
    var change = new Change(image, at);
    stored.add(change);
    return change;
  }

  private final class Stored implements Changes {

    @Override
    public Mono<Change> find(UUID imageId) {
      return Mono.empty();
    }

    @Override
    public Mono<Change> find(Fact fact) {
      return Mono.empty();
    }

    @Override
    public Flux<Change> newest(String owner, int limit) {
      return Flux.fromIterable(stored);
    }

    @Override
    public Flux<Change> after(String owner, Position position, int limit) {
      return Flux.fromIterable(List.copyOf(stored))
          .filter(change -> change.storedAt().isAfter(position.storedAt()));
    }
  }
}
