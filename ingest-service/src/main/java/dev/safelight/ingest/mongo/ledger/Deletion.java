package dev.safelight.ingest.mongo.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an image was last deleted and restored.
 *
 * @param deletedAt latest deletion, if any
 * @param restoredAt latest restoration, if any
 */
record Deletion(@Nullable Instant deletedAt, @Nullable Instant restoredAt) {

  static final Deletion NONE = new Deletion(null, null);

  Deletion deleted(Instant at) {
    return new Deletion(later(deletedAt, at), restoredAt);
  }

  Deletion restored(Instant at) {
    return new Deletion(deletedAt, later(restoredAt, at));
  }

  /** Should both be of one moment, it is deleted: nothing is shown that may be gone. */
  boolean holds() {
    return deletedAt != null && (restoredAt == null || !restoredAt.isAfter(deletedAt));
  }

  private static Instant later(@Nullable Instant known, Instant at) {
    return known == null || at.isAfter(known) ? at : known;
  }
}
