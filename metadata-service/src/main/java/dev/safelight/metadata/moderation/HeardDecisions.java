package dev.safelight.metadata.moderation;

import dev.safelight.metadata.audit.AuditEntry;
import dev.safelight.metadata.audit.AuditLog;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.Projection;
import dev.safelight.metadata.outbox.Announcer;
import reactor.core.publisher.Mono;

/**
 * Takes the decisions that are told on the topic, on which classifiers may write; the latest
 * counts.
 */
public class HeardDecisions {

  private final Projection projection;
  private final AuditLog audit;
  private final Decisions decisions;
  private final Announcer<ImageChange> announcer;

  /** Composes the service. */
  public HeardDecisions(
      Projection projection,
      AuditLog audit,
      Decisions decisions,
      Announcer<ImageChange> announcer) {
    this.projection = projection;
    this.audit = audit;
    this.decisions = decisions;
    this.announcer = announcer;
  }

  /**
   * A classifier has decided; or a moderator, whose decision comes back and changes nothing. In the
   * audit log it is once, as entries have the id of the event.
   */
  public Mono<Void> hear(ImageEvent.Moderated event) {
    return projection
        .apply(event)
        .then(Mono.defer(() -> audit.record(entry(event))))
        .then(Mono.defer(() -> settle(event)));
  }

  /**
   * A compacted topic keeps what was told last, and a catalog made anew knows no more. So after one
   * that does not count, the one that does is told once more. That one comes back and is the one
   * that counts, with which it ends, however many hear it.
   */
  private Mono<Void> settle(ImageEvent.Moderated heard) {
    return decisions
        .latest(heard.imageId())
        .filter(counting -> !isSame(counting, heard))
        .flatMap(announcer::announce);
  }

  /** By what no erasure of an account changes. */
  private static boolean isSame(ImageChange.Moderated counting, ImageEvent.Moderated heard) {
    var one = counting.decision();
    var other = heard.decision();
    return counting.cause().eventId().equals(heard.eventId())
        && one.at().equals(other.at())
        && one.approved() == other.approved();
  }

  private static AuditEntry entry(ImageEvent.Moderated event) {
    var decision = event.decision();
    return new AuditEntry(
        event.eventId(),
        decision.at(),
        decision.by(),
        "image.moderated",
        event.imageId().toString(),
        decision.approved() ? "approved" : "refused");
  }
}
