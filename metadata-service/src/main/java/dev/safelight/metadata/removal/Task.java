package dev.safelight.metadata.removal;

import dev.safelight.metadata.catalog.ImageChange;
import java.time.Instant;
import java.util.UUID;

/** What is to be done with an image that is to go, or that is gone. */
public sealed interface Task {

  /** The image. */
  UUID imageId();

  /**
   * It is gone for everybody, but not its bytes.
   *
   * @param version of the record; another one means that something was heard of it since
   * @param announcement what is to be told once nothing is left
   */
  record Purge(UUID imageId, long version, ImageChange.Purged announcement) implements Task {}

  /**
   * It was purged, and something may have been written since.
   *
   * @param purgedAt when it was purged
   * @param events how many events of it were heard since the last look
   */
  record Look(UUID imageId, Instant purgedAt, long events) implements Task {}
}
