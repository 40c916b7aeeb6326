package dev.safelight.metadata.moderation;

import dev.safelight.metadata.catalog.ImageRecord;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** What waits for a moderator. */
public interface HeldImages {

  /**
   * Ready images that wait, the oldest first. Fails with {@link
   * dev.safelight.metadata.catalog.CatalogUnavailableException} when they can't be reached.
   *
   * @param after only those that are younger than this one; null for the first page
   */
  Flux<ImageRecord> list(@Nullable UUID after, int limit);
}
