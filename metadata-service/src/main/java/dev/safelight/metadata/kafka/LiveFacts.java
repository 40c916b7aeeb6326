package dev.safelight.metadata.kafka;

import dev.safelight.event.ImageCleared;
import dev.safelight.event.ImageDeleted;
import dev.safelight.event.ImageModerated;
import dev.safelight.event.ImageProcessed;
import dev.safelight.event.ImagePurged;
import dev.safelight.event.ImageRejected;
import dev.safelight.event.ImageRestored;
import dev.safelight.event.ImageUpdated;
import dev.safelight.event.ImageUploaded;
import dev.safelight.metadata.live.Fact;
import dev.safelight.metadata.live.Fact.Proof;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Events as reasons to look at an image. */
final class LiveFacts {

  private static final Proof NONE = new Proof.None();
  private static final Proof GONE = new Proof.Gone();

  private LiveFacts() {}

  /** What people did is in the catalog before it is told, so that nothing proves it. */
  static Optional<Fact> of(@Nullable SpecificRecord event) {
    return Optional.ofNullable(
        switch (event) {
          case ImageUploaded e ->
              new Fact(e.getImageId(), e.getOwner(), new Proof.Event(e.getEventId()));
          case ImageCleared e -> e.getRescan() ? null : pipeline(e.getImageId(), e.getEventId());
          case ImageRejected e -> pipeline(e.getImageId(), e.getEventId());
          case ImageProcessed e -> pipeline(e.getImageId(), e.getEventId());
          case ImageUpdated e -> new Fact(e.getImageId(), e.getOwner(), NONE);
          case ImageDeleted e -> new Fact(e.getImageId(), e.getOwner(), NONE);
          case ImageRestored e -> new Fact(e.getImageId(), e.getOwner(), NONE);
          case ImagePurged e -> new Fact(e.getImageId(), e.getOwner(), GONE);
          case ImageModerated e ->
              new Fact(e.getImageId(), null, new Proof.Decided(e.getOccurredAt()));
          case null, default -> null;
        });
  }

  private static Fact pipeline(UUID imageId, UUID eventId) {
    return new Fact(imageId, null, new Proof.Event(eventId));
  }
}
