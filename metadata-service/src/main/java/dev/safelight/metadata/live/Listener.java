package dev.safelight.metadata.live;

import dev.safelight.metadata.catalog.CatalogUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/** One open stream: wakes when it is nudged, and ends when it has to. */
class Listener {

  /** So many heartbeats in a row that nobody took mean that nobody reads. */
  private static final int MOST_MISSED = 3;

  private static final int MOST_LOST = 512;

  private static final Signal BEAT = new Signal.Beat();
  private static final Retry LATER =
      Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(500))
          .maxBackoff(Duration.ofSeconds(10))
          .filter(CatalogUnavailableException.class::isInstance);
  private static final Duration RACE = Duration.ofSeconds(1);

  /** Keeps a nudge that comes too early. Of several that come too fast one is enough. */
  private final Sinks.Many<Boolean> nudges = Sinks.many().replay().latestOrDefault(true);

  /** Images that were purged and not told yet; more than these nobody who reads has to hear of. */
  private final Queue<UUID> lost = new LinkedBlockingQueue<>(MOST_LOST);

  private final Sinks.Empty<Void> end = Sinks.empty();
  private final @Nullable Instant until;
  private final Clock clock;
  private int missed;

  Listener(@Nullable Instant until, Clock clock) {
    this.until = until;
    this.clock = clock;
  }

  /** Says that there may be news. Never blocks for longer than another nudge takes. */
  void nudge() {
    nudges.emitNext(true, Sinks.EmitFailureHandler.busyLooping(RACE));
  }

  /** Says that an image was purged. Is told after all that was before. */
  void lose(UUID imageId) {
    if (lost.offer(imageId)) {
      nudge();
    }
  }

  /** Ends the stream. */
  void end() {
    end.tryEmitEmpty();
  }

  /**
   * Everything this listener gets. Takes no more of the news than is asked for: they wait in the
   * catalog, not here.
   */
  Flux<Signal> signals(Feed feed, Flux<Long> beats) {
    var opened = feed.open().<Signal>map(Signal.Opened::new);
    var news =
        nudges
            .asFlux()
            .onBackpressureLatest()
            .doOnNext(nudge -> endInTime())
            .concatMap(nudge -> news(feed), 1);
    var signs =
        beats.doOnNext(beat -> endInTime()).onBackpressureDrop(beat -> miss()).map(this::taken);
    return opened.concatWith(Flux.merge(1, news, signs)).takeUntilOther(end.asMono());
  }

  private Flux<Signal> news(Feed feed) {
    return feed.news().<Signal>cast(Signal.class).retryWhen(LATER).concatWith(purged());
  }

  private Flux<Signal> purged() {
    return Flux.generate(
        sink ->
            Optional.ofNullable(lost.poll())
                .ifPresentOrElse(id -> sink.next(new Signal.Purged(id)), sink::complete));
  }

  private void endInTime() {
    if (until != null && !clock.instant().isBefore(until)) {
      end();
    }
  }

  private void miss() {
    missed++;
    if (missed >= MOST_MISSED) {
      end.tryEmitError(new SlowListenerException());
    }
  }

  private Signal taken(Long beat) {
    missed = 0;
    return BEAT;
  }
}
