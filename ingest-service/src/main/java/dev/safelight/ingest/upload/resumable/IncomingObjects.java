package dev.safelight.ingest.upload.resumable;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Bytes of uploads that have begun, apart from those of images. Every method fails with {@link
 * dev.safelight.ingest.upload.UploadUnavailableException} while the store is away.
 */
public interface IncomingObjects {

  /** What all their keys begin with. */
  String PREFIX = "incoming/";

  /** The key of an upload that comes whole, and the beginning of those of its parts. */
  static String keyOf(UUID uploadId) {
    return PREFIX + uploadId;
  }

  /**
   * The key of a part. The holder's token is in it, so that one who has lost the lock and does not
   * know it yet can't write over what another keeps.
   */
  static String keyOf(UUID uploadId, long offset, String token) {
    return keyOf(uploadId) + '/' + offset + '-' + token;
  }

  /** Stores a file whole or not at all. */
  Mono<Void> store(String key, Path file);

  /** The bytes of an object, to be read once; empty if there is none. */
  Mono<Flux<ByteBuffer>> open(String key);

  /** Removes all that is there of an upload. */
  Mono<Void> removeAll(UUID uploadId);

  /** Removes what was written before this moment and answers how many objects that were. */
  Mono<Long> removeOlderThan(Instant time);
}
