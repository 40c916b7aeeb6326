package dev.safelight.metadata.audit;

import reactor.core.publisher.Mono;

/** Keeps who did what. */
public interface AuditLog {

  /** Keeps an entry; one that is kept already is kept once. Fails when it may not be kept. */
  Mono<Void> record(AuditEntry entry);
}
