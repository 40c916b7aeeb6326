package dev.safelight.ingest.upload.idempotency;

import dev.safelight.ingest.upload.UploadUnavailableException;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * The keys that callers have used, known to all instances. Everything fails with {@link
 * UploadUnavailableException} while they can't be reached.
 *
 * <p>An attempt that was granted is followed by another when it is released, or when nothing was
 * heard of it for the time of a lease. It may still be at work then, so both make the same things
 * of the same seed.
 */
public interface IdempotencyKeys {

  /**
   * Claims a key; of several at once, one is granted.
   *
   * @param seed for a request that has none yet
   */
  Mono<Claim> claim(KeyedRequest request, UUID seed);

  /** Says that the attempt is still at work. */
  Mono<Void> renew(Claim.Granted claim);

  /** Remembers the answer, unless another attempt has taken over. */
  Mono<Void> answer(Claim.Granted claim, StoredAnswer answer);

  /** Gives the key back for another attempt, or for another request. */
  Mono<Void> release(Claim.Granted claim);
}
