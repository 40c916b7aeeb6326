package dev.safelight.ingest.upload.ledger;

import java.time.Instant;
import java.util.UUID;

/** What an event says about the room an image takes. */
public sealed interface Fact {

  /** The image it is about. */
  UUID imageId();

  /**
   * It was announced, and is not abandoned.
   *
   * @param sha256 digest of its bytes
   * @param bytes how many they are
   * @param at when it was accepted
   */
  record Uploaded(UUID imageId, String owner, String sha256, long bytes, Instant at)
      implements Fact {}

  /** It is ready. */
  record Processed(UUID imageId) implements Fact {}

  /** It will never be. */
  record Rejected(UUID imageId) implements Fact {}

  /** It was deleted, and takes no room until it is restored. */
  record Deleted(UUID imageId, Instant at) implements Fact {}

  /** It was restored. */
  record Restored(UUID imageId, Instant at) implements Fact {}

  /** Nothing is left of it. */
  record Purged(UUID imageId) implements Fact {}
}
