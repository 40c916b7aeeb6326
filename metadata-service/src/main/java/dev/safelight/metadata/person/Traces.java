package dev.safelight.metadata.person;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Where accounts are named by what they did to others' things. */
@FunctionalInterface
public interface Traces {

  /**
   * Names an account no more. Does no harm when it is done twice.
   *
   * @param until what it did after that is another life of the account's
   */
  Mono<Void> forget(String account, Instant until);
}
