package dev.safelight.ingest.upload;

import java.time.Duration;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Who knows what became of an image. */
public interface Catalog {

  /**
   * Waits until the image is ready or rejected.
   *
   * @param patience longest wait
   * @param credentials the uploader's own, an {@code Authorization} header: the catalog tells them
   *     what they may see
   * @return never an error: the image is accepted, whatever the catalog does
   */
  Mono<Fate> await(UUID imageId, Duration patience, String credentials);

  /**
   * The image as it is now, JSON.
   *
   * @param credentials the uploader's own, an {@code Authorization} header
   * @return empty if there is none that the uploader may see and that is or may become ready, or
   *     {@link UploadUnavailableException}
   */
  Mono<String> find(UUID imageId, String credentials);
}
