package dev.safelight.ingest.upload.ledger;

import reactor.core.publisher.Mono;

/** Tells others, the audit log among them, how much accounts may have. */
@FunctionalInterface
public interface LimitAnnouncer {

  /**
   * Announces the change.
   *
   * @return empty once the broker has said that it has it, or {@link
   *     dev.safelight.ingest.upload.UploadUnavailableException}, which doesn't prove that the
   *     broker lacks it
   */
  Mono<Void> announce(LimitChange change);
}
