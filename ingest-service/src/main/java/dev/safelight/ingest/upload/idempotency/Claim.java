package dev.safelight.ingest.upload.idempotency;

import java.util.UUID;

/** What a request under a key is to do. */
public sealed interface Claim {

  /**
   * Be done.
   *
   * @param request the request
   * @param attempt tells this attempt from others at the same request
   * @param seed what every attempt makes the same ids of, see {@link SeededIds}
   */
  record Granted(KeyedRequest request, UUID attempt, UUID seed) implements Claim {}

  /** Be answered as it was before. */
  record Answered(StoredAnswer answer) implements Claim {}

  /** Wait: another attempt is at it. */
  record InProgress() implements Claim {}

  /** Be refused: the key is that of another request. */
  record Reused() implements Claim {}
}
