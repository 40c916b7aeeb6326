package dev.safelight.metadata.kafka;

import dev.safelight.event.QuotaChanged;
import dev.safelight.event.Topics;
import dev.safelight.metadata.audit.AuditEntry;
import dev.safelight.metadata.audit.AuditLog;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps which administrator changed how much an account may have. */
@Component
class QuotaChangedListener {

  private final AuditLog audit;

  QuotaChangedListener(AuditLog audit) {
    this.audit = audit;
  }

  /** Blocking on purpose: the offset moves only after the entry is kept. */
  @KafkaListener(topics = Topics.QUOTA_CHANGED)
  void on(QuotaChanged event) {
    var limit = event.getLimitBytes();
    audit
        .record(
            new AuditEntry(
                event.getEventId(),
                event.getOccurredAt(),
                event.getChangedBy(),
                Topics.QUOTA_CHANGED,
                event.getAccountId(),
                limit == null ? "default" : limit + " bytes"))
        .block();
  }
}
