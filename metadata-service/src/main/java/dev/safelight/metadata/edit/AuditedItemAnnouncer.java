package dev.safelight.metadata.edit;

import dev.safelight.metadata.audit.AuditEntry;
import dev.safelight.metadata.audit.AuditLog;
import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.item.ItemChange;
import dev.safelight.metadata.outbox.Announcer;
import java.util.Locale;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Keeps who changed an item before that is told; a version that is told again is kept once. */
public class AuditedItemAnnouncer implements Announcer<Item> {

  private final AuditLog audit;
  private final Announcer<Item> announcer;

  /** Announces by {@code announcer}. */
  public AuditedItemAnnouncer(AuditLog audit, Announcer<Item> announcer) {
    this.audit = audit;
    this.announcer = announcer;
  }

  @Override
  public Mono<Void> announce(Item item) {
    return Mono.justOrEmpty(item.change())
        .flatMap(change -> audit.record(entry(item, change)))
        .then(Mono.defer(() -> announcer.announce(item)));
  }

  private static AuditEntry entry(Item item, ItemChange change) {
    return new AuditEntry(
        item.eventId(),
        item.life().updatedAt(),
        Objects.requireNonNullElse(change.by(), ""),
        "item." + change.kind().name().toLowerCase(Locale.ROOT),
        item.id(),
        String.join(", ", change.members()));
  }
}
