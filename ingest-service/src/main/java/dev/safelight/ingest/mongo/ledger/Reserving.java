package dev.safelight.ingest.mongo.ledger;

import dev.safelight.ingest.upload.Reservation;
import dev.safelight.ingest.upload.UploadUnavailableException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The first two steps of the protocol for a reservation, which may be denied. */
@Component
class Reserving {

  private final Uploads uploads;
  private final Accounts accounts;
  private final Transitions transitions;
  private final long defaultLimit;

  Reserving(Uploads uploads, Accounts accounts, Transitions transitions, QuotaProperties quota) {
    this.uploads = uploads;
    this.accounts = accounts;
    this.transitions = transitions;
    this.defaultLimit = quota.defaultLimit();
  }

  Mono<Reservation> reserve(UUID id, Content content, Instant at) {
    return LedgerOutages.unlessOvertaken(
        accounts.find(content.owner(), id).flatMap(account -> attempt(account, id, content, at)));
  }

  /** Who has no room and is not in the ledger leaves no trace there. */
  private Mono<Reservation> attempt(Account account, UUID id, Content content, Instant at) {
    var enter = uploads.change(id, entry -> entered(entry, content, at));
    var entry = content.bytes() <= room(account) ? enter : uploads.find(id).flatMap(known -> enter);
    return entry
        .flatMap(entered -> take(account, entered))
        .switchIfEmpty(Mono.fromSupplier(() -> denied(account)));
  }

  /** The entry was read or written after the account, so what it says of the sums holds. */
  private Mono<Reservation> take(Account account, Entry entry) {
    var included = Objects.requireNonNullElse(account.recent(), entry.booked());
    if (included.version() >= entry.version()) {
      return Mono.just(new Reservation.Granted());
    }
    long more = entry.claim().bytes() - included.claim().bytes();
    if (more > 0 && more > room(account)) {
      return transitions.apply(entry.id(), Entry::released).thenReturn(denied(account));
    }
    return accounts
        .move(account, entry.id(), included, entry.booking(), mostBefore(account, more))
        .flatMap(moved -> LedgerOutages.matched(moved ? 1 : 0))
        .thenReturn(new Reservation.Granted());
  }

  /** The total at which there is room; what takes no more than before needs none. */
  private @Nullable Long mostBefore(Account account, long more) {
    return more > 0 ? limit(account) - more : null;
  }

  private static Entry entered(Entry entry, Content content, Instant at) {
    var known = entry.content();
    if (known != null && !known.owner().equals(content.owner())) {
      throw new IllegalArgumentException("Image " + entry.id() + " is somebody else's");
    }
    if (entry.is(Mark.GIVEN_UP)) {
      throw new UploadUnavailableException(
          "Upload " + entry.id() + " is being cleaned up", new IllegalStateException());
    }
    return entry.reserved(content, at);
  }

  private long room(Account account) {
    return limit(account) - account.total();
  }

  private long limit(Account account) {
    return Objects.requireNonNullElse(account.limit(), defaultLimit);
  }

  private Reservation denied(Account account) {
    return new Reservation.Denied(limit(account), account.total());
  }
}
