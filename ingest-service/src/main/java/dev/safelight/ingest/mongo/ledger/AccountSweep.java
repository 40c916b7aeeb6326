package dev.safelight.ingest.mongo.ledger;

import dev.safelight.ingest.mongo.ledger.Accounts.Recent;
import dev.safelight.ingest.upload.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The last two steps of the protocol, for many images at once: keeps the documents of accounts
 * small, and makes up for crashes.
 */
@Component
class AccountSweep implements Sweep {

  /**
   * So young that somebody may be at it. Only a matter of courtesy: the protocol needs no clock.
   */
  private static final Duration YOUNG = Duration.ofMinutes(5);

  private static final int AT_A_TIME = 200;

  private final Uploads uploads;
  private final Accounts accounts;
  private final Transitions transitions;
  private final Clock clock;

  AccountSweep(Uploads uploads, Accounts accounts, Transitions transitions, Clock clock) {
    this.uploads = uploads;
    this.accounts = accounts;
    this.transitions = transitions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "account-entries";
  }

  @Override
  public Mono<Long> sweep() {
    return Mono.defer(
        () ->
            accounts
                .recentBefore(clock.instant().minus(YOUNG))
                .concatMap(this::sweep)
                .reduce(0L, Long::sum));
  }

  /** Books images of an account, and drops them from it. */
  Mono<Long> sweep(Recent recent) {
    return Flux.fromIterable(recent.images().keySet())
        .buffer(AT_A_TIME)
        .concatMap(ids -> sweep(recent, ids))
        .reduce(0L, Long::sum);
  }

  private Mono<Long> sweep(Recent recent, List<UUID> ids) {
    return uploads
        .find(ids)
        .concatMap(entry -> transitions.follow(entry).thenReturn(entry))
        .filter(entry -> isIncluded(entry, recent))
        .collectList()
        .flatMap(uploads::book)
        .then(uploads.find(ids).collectList())
        .flatMap(entries -> drop(recent, entries));
  }

  private Mono<Long> drop(Recent recent, List<Entry> entries) {
    var booked = new HashMap<UUID, Booking>();
    entries.stream()
        .filter(entry -> isIncluded(entry, recent) && entry.booked().equals(entry.booking()))
        .forEach(entry -> booked.put(entry.id(), entry.booking()));
    return booked.isEmpty() ? Mono.just(0L) : drop(recent.owner(), booked);
  }

  /** What moved meanwhile has to wait for the next round, and the others with it. */
  private Mono<Long> drop(String owner, Map<UUID, Booking> booked) {
    return accounts.drop(owner, booked).map(dropped -> dropped ? (long) booked.size() : 0L);
  }

  private static boolean isIncluded(Entry entry, Recent recent) {
    var included = recent.images().get(entry.id());
    return included != null && included.version() == entry.version();
  }
}
