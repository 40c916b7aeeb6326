package dev.safelight.metadata.live;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class ListenerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

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

  @Test
  void whoTakesOneNowAndThenIsNot() {
    StepVerifier.create(signals(), 1)
        .then(() -> beat(4))
        .thenRequest(5)
        .then(() -> beat(4))
        .thenCancel()
        .verify(PATIENCE);
  }

  @Test
  void purgesThatComeTogetherAreAllTold() {
    var one = UUID.randomUUID();
    var other = UUID.randomUUID();
    StepVerifier.create(signals(), 1)
        .then(() -> listener.lose(one))
        .then(() -> listener.lose(other))
        .expectNext(new Signal.Purged(one))
        .thenRequest(1)
        .expectNext(new Signal.Purged(other))
        .thenCancel()
        .verify(PATIENCE);
  }

  private Flux<Signal> signals() {
    return listener.signals(new Quiet(), beats.asFlux());
  }

  private void beat(int times) {
    for (int i = 0; i < times; i++) {
      beats.tryEmitNext(0L);
    }
  }

  /** Nothing ever changes. */
  private record Quiet() implements Feed {

    @Override
    public Mono<Position> open() {
      return Mono.empty();
    }

    @Override
    public Flux<Signal.Told> news() {
      return Flux.empty();
    }
  }
}
