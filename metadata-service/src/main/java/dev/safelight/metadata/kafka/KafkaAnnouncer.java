package dev.safelight.metadata.kafka;

import dev.safelight.event.ImageDeleted;
import dev.safelight.eventing.EventPublisher;
import dev.safelight.metadata.catalog.DeletedImage;
import dev.safelight.metadata.outbox.Announcer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@Component
class KafkaAnnouncer implements Announcer<DeletedImage> {

  private final EventPublisher publisher;

  KafkaAnnouncer(EventPublisher publisher) {
    this.publisher = publisher;
  }

  /** Off the event loop, as sending may block while the broker is away. */
  @Override
  public Mono<Void> announce(DeletedImage announcement) {
    return Mono.fromFuture(() -> publisher.send(event(announcement)))
        .subscribeOn(Schedulers.boundedElastic());
  }

  private static ImageDeleted event(DeletedImage announcement) {
    var deletion = announcement.deletion();
    return ImageDeleted.newBuilder()
        .setEventId(announcement.eventId())
        .setImageId(announcement.imageId())
        .setOccurredAt(deletion.at())
        .setOwner(announcement.owner())
        .setDeletedBy(deletion.by())
        .setSizeBytes(announcement.size())
        .setRestorableUntil(deletion.restorableUntil())
        .build();
  }
}
