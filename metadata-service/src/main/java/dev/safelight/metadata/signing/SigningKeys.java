package dev.safelight.metadata.signing;

import java.util.List;
import reactor.core.publisher.Mono;

/** Where the keys are that all instances sign with. */
public interface SigningKeys {

  /** All there are, in any order. Fails when they can't be reached. */
  Mono<List<SigningKey>> all();

  /**
   * Keeps a key, unless there is one of that id: of two instances that make the next one at once,
   * the second keeps that of the first.
   */
  Mono<Void> add(SigningKey key);
}
