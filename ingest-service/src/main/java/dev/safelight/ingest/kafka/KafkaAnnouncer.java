package dev.safelight.ingest.kafka;

import dev.safelight.eventing.BrokerUnavailableException;
import dev.safelight.eventing.EventPublisher;
import dev.safelight.ingest.upload.AcceptedImage;
import dev.safelight.ingest.upload.Announcer;
import dev.safelight.ingest.upload.UploadUnavailableException;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Announces images on {@code image.uploaded}. */
@Component
class KafkaAnnouncer implements Announcer {

  private final Scheduler waiting =
      Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "announcer");

  private final EventPublisher events;

  KafkaAnnouncer(EventPublisher events) {
    this.events = events;
  }

  /**
   * On a thread of its own: the producer blocks while it knows no broker, and those that wait for
   * it must not keep others from the disk.
   */
  @Override
  public Mono<Void> announce(AcceptedImage image) {
    return Mono.fromFuture(() -> events.send(UploadedEvents.of(image)))
        .subscribeOn(waiting)
        .onErrorMap(
            BrokerUnavailableException.class,
            e -> new UploadUnavailableException("The upload was not announced", e));
  }
}
