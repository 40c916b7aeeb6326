package dev.safelight.metadata.person;

import java.util.UUID;
import reactor.core.publisher.Flux;

/** What others share with an account. */
@FunctionalInterface
public interface Shares {

  /** Ids of the images that are shared with it. */
  Flux<UUID> with(String account);
}
