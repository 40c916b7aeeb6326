package dev.safelight.metadata.edit;

import dev.safelight.metadata.audit.AuditEntry;
import dev.safelight.metadata.audit.AuditLog;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.outbox.Announcer;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Keeps who changed an image before that is told; a change that is told again is kept once. */
public class AuditedAnnouncer implements Announcer<ImageChange> {

  private final AuditLog audit;
  private final Announcer<ImageChange> announcer;

  /** Announces by {@code announcer}. */
  public AuditedAnnouncer(AuditLog audit, Announcer<ImageChange> announcer) {
    this.audit = audit;
    this.announcer = announcer;
  }

  @Override
  public Mono<Void> announce(ImageChange change) {
    return audit.record(entry(change)).then(Mono.defer(() -> announcer.announce(change)));
  }

  private static AuditEntry entry(ImageChange change) {
    var cause = change.cause();
    return new AuditEntry(
        cause.eventId(),
        cause.at(),
        Objects.requireNonNullElse(cause.by(), ""),
        action(change),
        cause.imageId().toString(),
        detail(change));
  }

  private static String action(ImageChange change) {
    return switch (change) {
      case ImageChange.Updated updated -> "image.updated";
      case ImageChange.Deleted deleted -> "image.deleted";
      case ImageChange.Restored restored -> "image.restored";
      case ImageChange.Moderated moderated -> "image.moderated";
      case ImageChange.Purged purged -> "image.purged";
    };
  }

  private static String detail(ImageChange change) {
    return switch (change) {
      case ImageChange.Updated updated -> String.join(", ", updated.changed());
      case ImageChange.Moderated moderated ->
          moderated.decision().approved() ? "approved" : "refused";
      default -> "";
    };
  }
}
