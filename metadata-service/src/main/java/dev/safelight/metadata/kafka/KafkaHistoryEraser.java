package dev.safelight.metadata.kafka;

import dev.safelight.event.Topics;
import dev.safelight.eventing.EventPublisher;
import dev.safelight.metadata.removal.HistoryEraser;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Tombstones, that the broker forgets by. */
@Component
class KafkaHistoryEraser implements HistoryEraser {

  private final EventPublisher publisher;

  KafkaHistoryEraser(EventPublisher publisher) {
    this.publisher = publisher;
  }

  /** Off the event loop, as sending may block while the broker is away. */
  @Override
  public Mono<Void> erase(UUID imageId) {
    return Flux.fromIterable(Topics.erasedAtPurge())
        .flatMap(topic -> Mono.fromFuture(() -> publisher.erase(topic, imageId.toString())))
        .then()
        .subscribeOn(Schedulers.boundedElastic());
  }
}
