package dev.safelight.ingest.kafka;

import dev.safelight.eventing.BrokerUnavailableException;
import dev.safelight.eventing.EventPublisher;
import dev.safelight.ingest.upload.AcceptedImage;
import dev.safelight.ingest.upload.Announcer;
import dev.safelight.ingest.upload.UploadUnavailableException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Announces images on {@code image.uploaded}. */
@Component
class KafkaAnnouncer implements Announcer {

  private final EventPublisher events;

  KafkaAnnouncer(EventPublisher events) {
    this.events = events;
  }

  /** Not on the event loop: the producer blocks while it knows no broker. */
  @Override
  public Mono<Void> announce(AcceptedImage image) {
    return Mono.fromFuture(() -> events.send(UploadedEvents.of(image)))
        .subscribeOn(Schedulers.boundedElastic())
        .onErrorMap(
            BrokerUnavailableException.class,
            e -> new UploadUnavailableException("The upload was not announced", e));
  }
}
