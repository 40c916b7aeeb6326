package dev.safelight.ingest.kafka;

import dev.safelight.event.QuotaChanged;
import dev.safelight.eventing.BrokerUnavailableException;
import dev.safelight.eventing.EventPublisher;
import dev.safelight.ingest.upload.AcceptedImage;
import dev.safelight.ingest.upload.Announcer;
import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.ingest.upload.ledger.LimitAnnouncer;
import dev.safelight.ingest.upload.ledger.LimitChange;
import java.util.concurrent.Executors;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Announces images on {@code image.uploaded}, and limits on {@code quota.changed}. */
@Component
class KafkaAnnouncer implements Announcer, LimitAnnouncer {

  private final Scheduler waiting =
      Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "announcer");

  private final EventPublisher events;

  KafkaAnnouncer(EventPublisher events) {
    this.events = events;
  }

  @Override
  public Mono<Void> announce(AcceptedImage image) {
    return Mono.defer(() -> sent(UploadedEvents.of(image)));
  }

  @Override
  public Mono<Void> announce(LimitChange change) {
    return sent(
        QuotaChanged.newBuilder()
            .setEventId(change.id())
            .setAccountId(change.account())
            .setOccurredAt(change.at())
            .setChangedBy(change.by())
            .setLimitBytes(change.bytes())
            .build());
  }

  /**
   * On a thread of its own: the producer blocks while it knows no broker, and those that wait for
   * it must not keep others from the disk.
   */
  private Mono<Void> sent(SpecificRecord event) {
    return Mono.fromFuture(() -> events.send(event))
        .subscribeOn(waiting)
        .onErrorMap(
            BrokerUnavailableException.class,
            e -> new UploadUnavailableException("The event was not announced", e));
  }
}
