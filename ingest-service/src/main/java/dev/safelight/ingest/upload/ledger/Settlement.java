package dev.safelight.ingest.upload.ledger;

import reactor.core.publisher.Mono;

/** Keeps the ledger true to what events say. */
@FunctionalInterface
public interface Settlement {

  /**
   * Takes a fact in. Any order and any repetition of facts lead to the same.
   *
   * @return empty once it is durable, or {@link
   *     dev.safelight.ingest.upload.UploadUnavailableException}
   */
  Mono<Void> settle(Fact fact);
}
