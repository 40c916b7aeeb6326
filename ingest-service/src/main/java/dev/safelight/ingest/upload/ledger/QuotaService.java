package dev.safelight.ingest.upload.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What accounts have and may have, for administrators. */
public class QuotaService {

  private final Quotas quotas;
  private final LimitAnnouncer announcer;
  private final Clock clock;

  /** Composes the service. */
  public QuotaService(Quotas quotas, LimitAnnouncer announcer, Clock clock) {
    this.quotas = quotas;
    this.announcer = announcer;
    this.clock = clock;
  }

  /** What an account has; nothing for one that never uploaded. */
  public Mono<Usage> usage(String account) {
    return quotas.usage(account);
  }

  /**
   * Gives an account a limit of its own, or puts it back to the default. It is announced first, so
   * that there is no change that the audit log does not know of; that it may know of one which was
   * tried in vain does no harm.
   *
   * @param bytes the limit; null for the default
   * @param by opaque id of the administrator's account
   */
  public Mono<Void> limit(String account, @Nullable Long bytes, String by) {
    return Mono.fromSupplier(() -> change(account, bytes, by))
        .flatMap(announcer::announce)
        .then(Mono.defer(() -> quotas.limit(account, bytes)));
  }

  private LimitChange change(String account, @Nullable Long bytes, String by) {
    var now = Instant.ofEpochMilli(clock.millis());
    return new LimitChange(UUID.randomUUID(), account, bytes, by, now);
  }
}
