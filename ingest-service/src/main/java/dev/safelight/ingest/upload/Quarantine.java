package dev.safelight.ingest.upload;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Where originals wait until they are proven clean and are developed. */
public interface Quarantine {

  /** How the key of every original begins. */
  String PREFIX = "uploads/";

  /** The key of an original: made of our own id alone. */
  static String keyOf(UUID imageId) {
    return PREFIX + imageId;
  }

  /** The image whose original has this key, if it is such a key. */
  static Optional<UUID> imageOf(String objectKey) {
    try {
      return Optional.of(UUID.fromString(objectKey.substring(PREFIX.length())))
          .filter(id -> keyOf(id).equals(objectKey));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /**
   * Stores a file whole or not at all.
   *
   * @return empty once it is durable, or {@link UploadUnavailableException}
   */
  Mono<Void> store(String objectKey, Path file, String mimeType);

  /**
   * Removes an original; one that is not there is removed already.
   *
   * @return empty once it is gone, or the outage of the store as it is, for consumers to wait out
   */
  Mono<Void> remove(String objectKey);
}
