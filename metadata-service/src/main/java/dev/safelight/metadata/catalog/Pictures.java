package dev.safelight.metadata.catalog;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The developed pictures, and nothing else: quarantine can't be reached through this. */
public interface Pictures {

  /**
   * Opens a part of a picture. The inner stream must be subscribed to, or the picture stays open.
   *
   * <p>Fails with {@link PicturesUnavailableException} when the store is away, and with {@link
   * IllegalStateException} when it lacks what the record names.
   *
   * @param variant which picture
   * @param first index of the first byte, from 0
   * @param last index of the last byte, inclusive
   */
  Mono<Flux<ByteBuffer>> open(Variant variant, long first, long last);

  /**
   * Where a picture can be read from the store itself, by anybody, for a time. Asks nothing of the
   * store.
   *
   * @param disposition the {@code Content-Disposition} that the store is to answer with
   * @param validity how long that works, at most seven days
   */
  URI address(Variant variant, String disposition, Duration validity);
}
