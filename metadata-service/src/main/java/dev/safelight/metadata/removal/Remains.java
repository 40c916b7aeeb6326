package dev.safelight.metadata.removal;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Something that is kept of images besides their records. All there are have to be named so. */
public interface Remains {

  /**
   * Removes all that is kept of an image; where nothing is left, that is nothing. Fails when it is
   * not certain that nothing is left.
   *
   * @return what was there
   */
  Mono<Removed> remove(UUID imageId);
}
