package dev.safelight.metadata.web;

import dev.safelight.metadata.audit.AuditEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of the audit log as the API shows it; nobody is the actor of what we did ourselves. */
record AuditJson(
    String id, Instant at, @Nullable String actor, String action, String target, String detail) {

  /** One page of a list. */
  record Listed(List<AuditJson> entries, @Nullable String nextCursor) {}

  static AuditJson of(AuditEntry entry) {
    return new AuditJson(
        entry.id().toString(),
        entry.at(),
        entry.actor().isEmpty() ? null : entry.actor(),
        entry.action(),
        entry.target(),
        entry.detail());
  }
}
