package dev.safelight.ingest.upload;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** One kind of thing that is kept of accounts, and how to be rid of all that is kept of one. */
@FunctionalInterface
public interface Erasable {

  /**
   * Drops what is kept of an account. Does no harm when it is done again, later too.
   *
   * @param until what came after that belongs to somebody who came back
   * @return empty once it is dropped, or {@link UploadUnavailableException}
   */
  Mono<Void> erase(String account, Instant until);
}
