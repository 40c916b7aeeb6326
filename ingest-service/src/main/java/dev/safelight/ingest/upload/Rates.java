package dev.safelight.ingest.upload;

import reactor.core.publisher.Mono;

/**
 * Counts uploads, for all instances together. Everything fails with {@link
 * UploadUnavailableException} while the count can't be reached: what can't be counted is not let
 * in.
 */
public interface Rates {

  /**
   * Counts one upload, or tells when to come back.
   *
   * @param subject whose it is: an account, an address or an item
   * @return empty where that scope has no limit
   */
  Mono<RateDecision> take(RateScope scope, String subject);

  /**
   * Tells what is left, and counts nothing.
   *
   * @return empty where that scope has no limit
   */
  Mono<RateDecision> look(RateScope scope, String subject);
}
