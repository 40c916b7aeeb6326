package dev.safelight.metadata.kafka;

import dev.safelight.event.ImageDeleted;
import dev.safelight.event.ImageModerated;
import dev.safelight.event.ImagePurged;
import dev.safelight.event.ImageRestored;
import dev.safelight.event.ImageUpdated;
import dev.safelight.metadata.catalog.Audience;
import dev.safelight.metadata.catalog.Decision;
import dev.safelight.metadata.catalog.Description;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageChange.Cause;
import dev.safelight.metadata.catalog.ImageChange.Curation;
import dev.safelight.metadata.catalog.ImageDetails;
import dev.safelight.metadata.catalog.Placement;
import dev.safelight.metadata.catalog.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link KafkaImageAnnouncer} told, back in the words of the core. */
final class ToldChanges {

  private ToldChanges() {}

  static ImageChange of(ImageUpdated event) {
    return new ImageChange.Updated(
        new Cause(
            event.getEventId(),
            event.getImageId(),
            event.getOwner(),
            event.getChangedBy(),
            event.getOccurredAt(),
            event.getRevision()),
        details(event),
        new Curation(
            new Standing(event.getPrimary(), event.getItemVersion()),
            event.getLinksValidFrom(),
            event.getOnHold()),
        List.copyOf(event.getChanged()));
  }

  static ImageChange of(ImageDeleted event) {
    var cause =
        new Cause(
            event.getEventId(),
            event.getImageId(),
            event.getOwner(),
            account(event.getDeletedBy()),
            event.getOccurredAt(),
            event.getRevision());
    return new ImageChange.Deleted(cause, event.getSizeBytes(), event.getRestorableUntil());
  }

  static ImageChange of(ImageRestored event) {
    var cause =
        new Cause(
            event.getEventId(),
            event.getImageId(),
            event.getOwner(),
            account(event.getRestoredBy()),
            event.getOccurredAt(),
            event.getRevision());
    return new ImageChange.Restored(cause, event.getSizeBytes());
  }

  /** It does not tell whose the image is, nor does it need to. */
  static ImageChange of(ImageModerated event) {
    var cause =
        new Cause(
            event.getEventId(),
            event.getImageId(),
            "",
            event.getDecidedBy(),
            event.getOccurredAt(),
            event.getRevision());
    return new ImageChange.Moderated(
        cause,
        new Decision(
            event.getApproved(), event.getDecidedBy(), event.getReason(), event.getOccurredAt()));
  }

  static ImageChange of(ImagePurged event) {
    var cause =
        new Cause(
            event.getEventId(),
            event.getImageId(),
            event.getOwner(),
            null,
            event.getOccurredAt(),
            0);
    return new ImageChange.Purged(cause, event.getSizeBytes());
  }

  private static ImageDetails details(ImageUpdated event) {
    return new ImageDetails(
        new Placement(event.getItemId(), event.getOrder()),
        new Description(
            event.getAltText(),
            event.getCaption(),
            List.copyOf(event.getTags()),
            event.getMetadata()),
        new Audience(event.getEveryone(), List.copyOf(event.getSharedWith())));
  }

  /** The system has no id. */
  private static @Nullable String account(String id) {
    return id.isEmpty() ? null : id;
  }
}
