package dev.safelight.metadata.audit;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is in the audit log, to be read and to be forgotten in time. */
public interface AuditTrail {

  /** In the place of an account that was erased. */
  String ERASED = "erased";

  /** Entries that a query asks for, the newest first. */
  Flux<AuditEntry> list(AuditQuery query, int limit);

  /**
   * Forgets what was done before a moment.
   *
   * @return how many entries that were
   */
  Mono<Long> removeBefore(Instant moment);

  /**
   * Names an account no more, neither as who did something nor as whom it was done to.
   *
   * @param until what was done after that keeps the name
   */
  Mono<Void> forget(String account, Instant until);
}
