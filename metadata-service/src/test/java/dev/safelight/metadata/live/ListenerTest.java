package dev.safelight.metadata.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.metadata.catalog.CatalogUnavailableException;
import dev.safelight.metadata.catalog.Samples;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.subscriber.TestSubscriber;

class ListenerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Signal.Told NEWS =
      new Signal.Told("received", new Change(Samples.pending(), Samples.START));

  private final Listener listener = new Listener(null, Clock.systemUTC());
  private final Sinks.Many<Long> beats = Sinks.many().multicast().directBestEffort();

  /** One that was asked for, one that waits to be, and three that nobody takes. */
  @Test
  void whoTakesNoHeartbeatsIsCutOff() {
    StepVerifier.create(signals(), 1)
        .then(() -> beat(1))
        .expectNext(new Signal.Beat())
        .then(() -> beat(4))
        .expectError(SlowListenerException.class)
        .verify(PATIENCE);
  }

  /** Two that nobody takes, one that waited and is taken, and two more. */
  @Test
  void whoTakesOneNowAndThenIsNot() {
    TestSubscriber<Signal> reader = TestSubscriber.builder().initialRequest(1).build();
    signals().subscribe(reader);
    beat(4);
    reader.request(1);
    beat(3);
    reader.request(1);

    assertThat(reader.getReceivedOnNext()).hasSize(3).containsOnly(new Signal.Beat());
    assertThat(reader.isTerminated()).isFalse();
  }

  @Test
  void purgesThatComeTogetherAreAllTold() {
    var images = Stream.generate(UUID::randomUUID).limit(5).toList();
    TestSubscriber<Signal> reader = TestSubscriber.builder().initialRequest(1).build();
    signals().subscribe(reader);
    images.forEach(listener::lose);
    reader.request(images.size());

    assertThat(reader.getReceivedOnNext())
        .containsExactlyElementsOf(images.stream().<Signal>map(Signal.Purged::new).toList());
  }

  @Test
  void whoseTokenHasEndedIsToldNothingMore() {
    var expired = new Listener(Instant.EPOCH, Clock.systemUTC());
    StepVerifier.create(expired.signals(new Telling(Flux.just(NEWS)), beats.asFlux()))
        .expectComplete()
        .verify(PATIENCE);
  }

  @Test
  void outageOfTheCatalogIsWaitedOut() {
    var away = Flux.<Signal.Told>error(new CatalogUnavailableException(new Throwable("away")));
    var looks = new AtomicInteger();
    var feed = new Telling(Flux.defer(() -> looks.incrementAndGet() < 5 ? away : Flux.just(NEWS)));
    StepVerifier.withVirtualTime(() -> listener.signals(feed, beats.asFlux()))
        .thenAwait(Duration.ofMinutes(1))
        .expectNext(NEWS)
        .thenCancel()
        .verify(PATIENCE);
  }

  private Flux<Signal> signals() {
    return listener.signals(new Telling(Flux.empty()), beats.asFlux());
  }

  private void beat(int times) {
    for (int i = 0; i < times; i++) {
      beats.tryEmitNext(0L);
    }
  }

  /** Tells the same at each look. */
  private record Telling(Flux<Signal.Told> news) implements Feed {

    @Override
    public Mono<Position> open() {
      return Mono.empty();
    }
  }
}
