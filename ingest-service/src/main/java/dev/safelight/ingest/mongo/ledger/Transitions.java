package dev.safelight.ingest.mongo.ledger;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The first two steps of the protocol: a fact, and the sum that follows from it. */
@Component
class Transitions {

  private final Uploads uploads;
  private final Accounts accounts;

  Transitions(Uploads uploads, Accounts accounts) {
    this.uploads = uploads;
    this.accounts = accounts;
  }

  /**
   * Changes an entry, and brings its owner's sums up to it; also where the entry knew already, so
   * that doing it again repairs what a crash left.
   */
  Mono<Entry> apply(UUID id, UnaryOperator<Entry> change) {
    return uploads.change(id, change).flatMap(entry -> follow(entry).thenReturn(entry));
  }

  /** Brings the sums up to this version of an entry, or a later one. */
  Mono<Void> follow(Entry entry) {
    var content = entry.content();
    return content == null
        ? Mono.empty()
        : LedgerOutages.unlessOvertaken(
            accounts.find(content.owner(), entry.id()).flatMap(account -> follow(account, entry)));
  }

  private Mono<Void> follow(Account account, Entry entry) {
    var included = account.recent();
    return included == null
        ? uploads.find(entry.id()).flatMap(fresh -> move(account, fresh, fresh.booked()))
        : move(account, entry, included);
  }

  private Mono<Void> move(Account account, Entry entry, Booking included) {
    return included.version() >= entry.version()
        ? Mono.empty()
        : accounts
            .move(account, entry.id(), included, entry.booking(), null)
            .flatMap(moved -> LedgerOutages.matched(moved ? 1 : 0));
  }
}
