package dev.safelight.ingest.upload;

import java.nio.file.Path;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Where originals wait until they are proven clean and are developed. */
public interface Quarantine {

  /** The key of an original: made of our own id alone. */
  static String keyOf(UUID imageId) {
    return "uploads/" + imageId;
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
