package dev.safelight.ingest.mongo.ledger;

import dev.safelight.ingest.mongo.ledger.Accounts.Recent;
import dev.safelight.ingest.upload.KeptOriginals;
import dev.safelight.ingest.upload.ledger.Reservations;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the cleaner does to the ledger. */
@Component
class MongoReservations implements Reservations {

  private final Uploads uploads;
  private final Accounts accounts;
  private final Transitions transitions;
  private final AccountSweep sweep;

  MongoReservations(
      Uploads uploads, Accounts accounts, Transitions transitions, AccountSweep sweep) {
    this.uploads = uploads;
    this.accounts = accounts;
    this.transitions = transitions;
    this.sweep = sweep;
  }

  @Override
  public Flux<UUID> unannouncedSince(Instant then) {
    return uploads.unannouncedSince(then).map(Entry::id);
  }

  @Override
  public Mono<Instant> oldestUnannounced() {
    return uploads.oldestUnannounced().mapNotNull(Entry::reservedAt);
  }

  @Override
  public Mono<Boolean> giveUp(UUID imageId, Instant then) {
    return uploads
        .change(imageId, entry -> isAbandoned(entry, then) ? entry.givenUp() : entry)
        .map(entry -> entry.is(Mark.GIVEN_UP) && !entry.is(Mark.ANNOUNCED));
  }

  /** All four steps, and then the entry itself, unless it was announced after all. */
  @Override
  public Mono<Void> forget(UUID imageId) {
    return uploads
        .find(imageId)
        .filter(entry -> entry.is(Mark.GIVEN_UP))
        .flatMap(entry -> transitions.follow(entry).thenReturn(entry))
        .flatMap(entry -> dropped(entry).thenReturn(entry))
        .flatMap(entry -> uploads.find(imageId))
        .filter(entry -> entry.is(Mark.GIVEN_UP) && !entry.is(Mark.ANNOUNCED))
        .filter(entry -> entry.booked().equals(entry.booking()))
        .flatMap(uploads::delete);
  }

  @Override
  public Mono<Set<UUID>> needed(Collection<UUID> imageIds, KeptOriginals kept) {
    return uploads
        .find(imageIds)
        .filter(entry -> isUndecided(entry) || isKept(entry, kept))
        .map(Entry::id)
        .collect(HashSet::new, Set::add);
  }

  private static boolean isUndecided(Entry entry) {
    return entry.is(Mark.ANNOUNCED) && !entry.is(Mark.PROCESSED) && !entry.hasEnded();
  }

  /** A ready image is rejected when malware is found in it later. */
  private static boolean isKept(Entry entry, KeptOriginals kept) {
    var rejected = entry.is(Mark.REJECTED);
    return !entry.is(Mark.PURGED)
        && (rejected ? kept.rejected() : kept.ready() && entry.is(Mark.PROCESSED));
  }

  private Mono<Long> dropped(Entry entry) {
    var content = entry.content();
    return content == null
        ? Mono.empty()
        : accounts
            .find(content.owner(), entry.id())
            .mapNotNull(Account::recent)
            .map(recent -> new Recent(content.owner(), Map.of(entry.id(), recent)))
            .flatMap(sweep::sweep);
  }

  private static boolean isAbandoned(Entry entry, Instant then) {
    var reservedAt = entry.reservedAt();
    return reservedAt != null && reservedAt.isBefore(then);
  }
}
