package dev.safelight.metadata.kafka;

import dev.safelight.event.AccountErased;
import dev.safelight.event.Topics;
import dev.safelight.eventing.EventIds;
import dev.safelight.eventing.EventPublisher;
import dev.safelight.metadata.outbox.Announcer;
import dev.safelight.metadata.person.Erasure;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@Component
class KafkaErasureAnnouncer implements Announcer<Erasure> {

  private final EventPublisher publisher;

  KafkaErasureAnnouncer(EventPublisher publisher) {
    this.publisher = publisher;
  }

  /** Off the event loop, as sending may block while the broker is away. */
  @Override
  public Mono<Void> announce(Erasure erasure) {
    return Mono.fromFuture(() -> publisher.send(event(erasure)))
        .subscribeOn(Schedulers.boundedElastic());
  }

  static AccountErased event(Erasure erasure) {
    return AccountErased.newBuilder()
        .setEventId(EventIds.derived(Topics.ACCOUNT_ERASED, erasure.id()))
        .setAccountId(Objects.requireNonNull(erasure.account()))
        .setOccurredAt(erasure.askedAt())
        .setReceiptId(erasure.id())
        .build();
  }
}
