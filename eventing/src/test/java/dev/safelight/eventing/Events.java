package dev.safelight.eventing;

import dev.safelight.event.ImageDeleted;
import java.time.Instant;
import java.util.UUID;

/** Events to test with; each call makes another one. */
final class Events {

  private Events() {}

  static ImageDeleted deleted() {
    return deleted("demo");
  }

  static ImageDeleted deleted(String owner) {
    return ImageDeleted.newBuilder()
        .setEventId(UUID.randomUUID())
        .setImageId(UUID.randomUUID())
        .setOccurredAt(Instant.parse("2026-11-21T10:15:30.123Z"))
        .setOwner(owner)
        .setDeletedBy(owner)
        .setRestorableUntil(Instant.parse("2026-12-21T10:15:30.123Z"))
        .build();
  }
}
