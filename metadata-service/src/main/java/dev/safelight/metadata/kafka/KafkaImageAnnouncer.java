package dev.safelight.metadata.kafka;

import dev.safelight.event.ImageDeleted;
import dev.safelight.event.ImageModerated;
import dev.safelight.event.ImagePurged;
import dev.safelight.event.ImageRestored;
import dev.safelight.event.ImageUpdated;
import dev.safelight.eventing.EventPublisher;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.outbox.Announcer;
import dev.safelight.metadata.removal.HistoryEraser;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@Component
class KafkaImageAnnouncer implements Announcer<ImageChange> {

  private final EventPublisher publisher;
  private final HistoryEraser history;

  KafkaImageAnnouncer(EventPublisher publisher, HistoryEraser history) {
    this.publisher = publisher;
    this.history = history;
  }

  /** Off the event loop, as sending may block while the broker is away. */
  @Override
  public Mono<Void> announce(ImageChange change) {
    return Mono.fromFuture(() -> publisher.send(event(change)))
        .subscribeOn(Schedulers.boundedElastic())
        .then(change instanceof ImageChange.Purged ? erased(change) : Mono.empty());
  }

  /** Once everybody can know that it is purged, and nothing else is to be told of it. */
  private Mono<Void> erased(ImageChange purged) {
    return Mono.defer(() -> history.erase(purged.cause().imageId()));
  }

  static SpecificRecord event(ImageChange change) {
    return switch (change) {
      case ImageChange.Updated updated -> event(updated);
      case ImageChange.Deleted deleted -> event(deleted);
      case ImageChange.Restored restored -> event(restored);
      case ImageChange.Moderated moderated -> event(moderated);
      case ImageChange.Purged purged -> event(purged);
    };
  }

  private static ImageUpdated event(ImageChange.Updated updated) {
    var cause = updated.cause();
    var details = updated.details();
    var description = details.description();
    var curation = updated.curation();
    return ImageUpdated.newBuilder()
        .setEventId(cause.eventId())
        .setImageId(cause.imageId())
        .setOccurredAt(cause.at())
        .setOwner(cause.owner())
        .setChangedBy(cause.by())
        .setRevision(cause.revision())
        .setChanged(updated.changed())
        .setItemId(details.placement().itemId())
        .setPrimary(curation.standing().primary())
        .setItemVersion(curation.standing().itemVersion())
        .setOrder(details.placement().order())
        .setAltText(description.altText())
        .setCaption(description.caption())
        .setTags(description.tags())
        .setMetadata(description.metadata())
        .setEveryone(details.audience().everyone())
        .setSharedWith(details.audience().sharedWith())
        .setLinksValidFrom(curation.linksValidFrom())
        .setOnHold(curation.onHold())
        .build();
  }

  private static ImageDeleted event(ImageChange.Deleted deleted) {
    var cause = deleted.cause();
    return ImageDeleted.newBuilder()
        .setEventId(cause.eventId())
        .setImageId(cause.imageId())
        .setOccurredAt(cause.at())
        .setOwner(cause.owner())
        .setDeletedBy(account(cause))
        .setSizeBytes(deleted.size())
        .setRestorableUntil(deleted.restorableUntil())
        .setRevision(cause.revision())
        .build();
  }

  private static ImageRestored event(ImageChange.Restored restored) {
    var cause = restored.cause();
    return ImageRestored.newBuilder()
        .setEventId(cause.eventId())
        .setImageId(cause.imageId())
        .setOccurredAt(cause.at())
        .setOwner(cause.owner())
        .setRestoredBy(account(cause))
        .setSizeBytes(restored.size())
        .setRevision(cause.revision())
        .build();
  }

  private static ImageModerated event(ImageChange.Moderated moderated) {
    var cause = moderated.cause();
    var decision = moderated.decision();
    return ImageModerated.newBuilder()
        .setEventId(cause.eventId())
        .setImageId(cause.imageId())
        .setOccurredAt(decision.at())
        .setApproved(decision.approved())
        .setDecidedBy(decision.by())
        .setReason(decision.reason())
        .setRevision(cause.revision())
        .build();
  }

  private static ImagePurged event(ImageChange.Purged purged) {
    var cause = purged.cause();
    return ImagePurged.newBuilder()
        .setEventId(cause.eventId())
        .setImageId(cause.imageId())
        .setOccurredAt(cause.at())
        .setOwner(cause.owner())
        .setSizeBytes(purged.size())
        .build();
  }

  private static String account(ImageChange.Cause cause) {
    return Objects.requireNonNullElse(cause.by(), "");
  }
}
