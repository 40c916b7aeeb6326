package dev.safelight.metadata.removal;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** What topics hold of images. */
public interface HistoryEraser {

  /** Has them forget an image, all but that it was purged. Doing it again does no harm. */
  Mono<Void> erase(UUID imageId);
}
