package dev.safelight.metadata.person;

import dev.safelight.metadata.audit.AuditEntry;
import dev.safelight.metadata.audit.AuditLog;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets people have all that is known of them: noted, and one at a time. */
public class ExportService {

  /** Well within the time that a place is kept for, so that a slow answer does not lose it. */
  private static final Duration RENEWAL = Duration.ofSeconds(15);

  private final ExportSlots slots;
  private final AuditLog audit;
  private final Clock clock;

  /** Composes the service. */
  public ExportService(ExportSlots slots, AuditLog audit, Clock clock) {
    this.slots = slots;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Does the export while it has the place of the account; gives it back when the export ends,
   * however it does. Fails with {@link ExportRunningException} if there is another one, and when it
   * can't be noted.
   *
   * @param export sends everything, then completes
   */
  public Mono<Void> whileHeld(String account, Publisher<Void> export) {
    return Mono.defer(() -> held(account, UUID.randomUUID(), Mono.from(export)));
  }

  private Mono<Void> held(String account, UUID id, Mono<Void> export) {
    var holder = id.toString();
    return Mono.usingWhen(
        slots.take(account, holder).filter(mine -> mine).switchIfEmpty(busy()),
        mine -> noted(account, id).then(export.takeUntilOther(renewing(account, holder))),
        mine -> slots.giveBack(account, holder).onErrorComplete());
  }

  private static Mono<Boolean> busy() {
    return Mono.error(ExportRunningException::new);
  }

  private Mono<Void> noted(String account, UUID id) {
    return Mono.defer(
        () ->
            audit.record(
                new AuditEntry(id, clock.instant(), account, "account.exported", account, "")));
  }

  /** Never ends: a place that could not be kept is no reason to stop in the middle. */
  private Mono<Void> renewing(String account, String holder) {
    return Flux.interval(RENEWAL)
        .onBackpressureDrop()
        .concatMap(tick -> slots.take(account, holder).onErrorReturn(true), 1)
        .then(Mono.never());
  }
}
