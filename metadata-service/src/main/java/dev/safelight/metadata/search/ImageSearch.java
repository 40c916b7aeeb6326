package dev.safelight.metadata.search;

import dev.safelight.metadata.catalog.ImageRecord;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds among the records what the viewer of a query may read, exactly as the table of access says.
 * Everything here fails with {@link dev.safelight.metadata.catalog.CatalogUnavailableException}
 * when the records can't be reached.
 */
public interface ImageSearch {

  /**
   * A record and where it stands in its list.
   *
   * @param image the record
   * @param position where to go on after it
   */
  record Found(ImageRecord image, Position position) {}

  /**
   * A record and how much it differs from what was looked for.
   *
   * @param image the record
   * @param distance bits of the perceptual hash that differ
   */
  record Alike(ImageRecord image, int distance) {}

  /** At most {@code limit} images that come after a position; from the start if it is null. */
  Flux<Found> after(ImageQuery query, @Nullable Position position, int limit);

  /** At most {@code limit} images that come after the first {@code skipped}, which are counted. */
  Flux<Found> beyond(ImageQuery query, int skipped, int limit);

  /** How many there are; of more than {@code most}, so many. */
  Mono<Long> count(ImageQuery query, int most);

  /**
   * At most {@code limit} images of an account, which are there and whose hashes differ in at most
   * {@code distance} bits, nearest first.
   *
   * @param distance at most {@link PerceptualHash#FARTHEST}
   */
  Flux<Alike> alike(String owner, PerceptualHash hash, int distance, int limit);
}
