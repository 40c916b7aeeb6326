package dev.safelight.ingest.mongo.ledger;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.ingest.upload.KeptOriginals;
import dev.safelight.ingest.upload.Reservation;
import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.ingest.upload.ledger.Fact;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Whoever dies, or falls asleep, between two steps of the protocol: the sums are right. */
class LedgerCrashTest {

  private static final Books.Server SERVER = new Books.Server();

  private final Books books = SERVER.books();
  private final UUID id = new UUID(1, 1);
  private final Content content = new Content(Books.OWNER, Books.SHA, 100);

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void anEntryWithoutASumIsCountedByTheNextTry() {
    dieAfterTheEntry();

    assertThat(books.reserve(id, 100)).isEqualTo(new Reservation.Granted());
    assertThat(books.sums()).isEqualTo("0 100 1");
  }

  @Test
  void anEntryWithoutASumIsCountedWhenItIsAnnouncedAfterAll() {
    dieAfterTheEntry();

    books.uploaded(id, 100);
    assertThat(books.sums()).isEqualTo("0 100 1");
  }

  @Test
  void anEntryWithoutASumIsGivenUpWithoutBeingCounted() {
    dieAfterTheEntry();

    giveUpAndForget();
    assertThat(books.sums()).isEqualTo("0 0 0");
    assertThat(books.entry(id)).isNull();
    assertThat(books.isRecent(id)).isFalse();
  }

  @Test
  void aFactWithoutASumIsMadeUpByItsRedelivery() {
    books.uploaded(id, 100);
    books.uploads.change(id, entry -> entry.marked(Mark.PROCESSED)).block();
    assertThat(books.sums()).isEqualTo("0 100 1");

    books.settle(new Fact.Processed(id));
    assertThat(books.sums()).isEqualTo("100 0 1");
  }

  @Test
  void aFactWithoutASumIsMadeUpByTheSweep() {
    books.uploaded(id, 100);
    books.uploads.change(id, entry -> entry.marked(Mark.REJECTED)).block();

    books.sweep();
    assertThat(books.sums()).isEqualTo("0 0 0");
  }

  @Test
  void whatIsBookedAndNotDroppedGoesOn() {
    books.uploaded(id, 100);
    books.uploads.book(List.of(books.entry(id))).block();

    books.settle(new Fact.Processed(id));
    assertThat(books.sums()).isEqualTo("100 0 1");
    books.sweep();
    assertThat(books.isRecent(id)).isFalse();
    assertThat(books.sums()).isEqualTo("100 0 1");
  }

  @Test
  void whoSleptBeforeTheSumCountsNothingASecondTime() {
    var account = books.accounts.find(Books.OWNER, id).block();
    books.quotas.limit(Books.OWNER, null).block();
    var asleep = books.accounts.find(Books.OWNER, id).block();
    books.uploaded(id, 100);
    books.sweep();

    assertThat(account.isNew()).isTrue();
    assertThat(awake(asleep)).as("dropped meanwhile").isFalse();
    var asleepAgain = books.accounts.find(Books.OWNER, id).block();
    books.settle(new Fact.Processed(id));
    assertThat(awake(asleepAgain)).as("there again meanwhile").isFalse();
    books.sweep();
    assertThat(awake(asleepAgain)).as("there and gone again").isFalse();
    assertThat(books.sums()).isEqualTo("100 0 1");
  }

  @Test
  void whoSleptWhileTheAccountWasRemovedCountsNothing() {
    books.quotas.limit(Books.OWNER, null).block();
    var asleep = books.accounts.find(Books.OWNER, id).block();
    assertThat(books.accounts.removeEmpty().block()).isEqualTo(1);
    assertThat(awake(asleep)).as("removed meanwhile").isFalse();
    books.clock.move(Duration.ofMillis(1));
    books.quotas.limit(Books.OWNER, null).block();

    assertThat(awake(asleep)).as("there again meanwhile").isFalse();
    assertThat(books.sums()).isEqualTo("0 0 0");
  }

  @Test
  void nothingIsLeftOfAnAccountThatIsErasedOnceItsImagesArePurged() {
    books.quotas.limit(Books.OWNER, 5000L).block();
    books.uploaded(id, 100);
    var erasedAt = books.clock.instant();
    books.quotas.erase(Books.OWNER, erasedAt).block();
    assertThat(books.quotas.usage(Books.OWNER).block().limit()).isEqualTo(Books.LIMIT);
    assertThat(books.accounts.removeEmpty().block()).isZero();

    books.settle(new Fact.Purged(id));
    assertThat(books.accounts.removeEmpty().block()).as("until it is booked").isZero();
    books.sweep();
    assertThat(books.accounts.removeEmpty().block()).isEqualTo(1);

    books.quotas.limit(Books.OWNER, 7000L).block();
    books.quotas.erase(Books.OWNER, erasedAt).block();
    assertThat(books.quotas.usage(Books.OWNER).block().limit()).as("given later").isEqualTo(7000);
  }

  @Test
  void whoSleptBeforeTheBookingBooksNothing() {
    books.uploaded(id, 100);
    var asleep = books.entry(id);
    books.settle(new Fact.Processed(id));

    books.uploads.book(List.of(asleep)).block();
    var dropped = books.accounts.drop(Books.OWNER, Map.of(id, asleep.booking())).block();
    assertThat(dropped).isFalse();
    assertThat(books.entry(id).booked()).isEqualTo(Booking.NONE);
    books.settle(new Fact.Deleted(id, books.clock.instant()));
    assertThat(books.sums()).isEqualTo("0 0 0");
  }

  @Test
  void whatWasGivenUpIsTakenUpAgainOnlyWhenItIsForgotten() {
    books.reserve(id, 100);
    books.clock.move(Duration.ofHours(2));
    var then = books.clock.instant().minus(Duration.ofHours(1));
    assertThat(books.reservations.unannouncedSince(then).collectList().block()).contains(id);
    assertThat(books.reservations.giveUp(id, then).block()).isTrue();

    assertThatThrownBy(() -> books.reserve(id, 100)).isInstanceOf(UploadUnavailableException.class);
    assertThat(books.reservations.unannouncedSince(then).collectList().block())
        .as("found again by the next round")
        .contains(id);
    books.reservations.forget(id).block();
    assertThat(books.sums()).isEqualTo("0 0 0");
    assertThat(books.reserve(id, 100)).isEqualTo(new Reservation.Granted());
    assertThat(books.sums()).isEqualTo("0 100 1");
  }

  @Test
  void whatWasAnnouncedOrTakenUpAgainIsNotGivenUp() {
    books.reserve(id, 100);
    books.clock.move(Duration.ofHours(2));
    var then = books.clock.instant().minus(Duration.ofHours(1));
    books.reserve(id, 100);
    assertThat(books.reservations.giveUp(id, then).block()).isFalse();

    books.uploaded(id, 100);
    books.clock.move(Duration.ofHours(2));
    assertThat(books.reservations.giveUp(id, books.clock.instant()).block()).isFalse();
    assertThat(needed(List.of(id), false, false)).containsExactly(id);
    assertThat(books.sums()).isEqualTo("0 100 1");
  }

  @Test
  void onlyWhatIsDecidedIsNotNeeded() {
    var rejected = new UUID(2, 2);
    var ready = new UUID(3, 3);
    var reserved = new UUID(4, 4);
    books.uploaded(id, 100);
    books.settle(new Fact.Deleted(id, books.clock.instant()));
    books.settle(new Fact.Rejected(rejected));
    books.settle(new Fact.Processed(ready));
    books.reserve(reserved, 1);
    var withdrawn = new UUID(6, 6);
    books.settle(new Fact.Processed(withdrawn));
    books.settle(new Fact.Rejected(withdrawn));
    var purged = new UUID(7, 7);
    books.settle(new Fact.Processed(purged));
    books.settle(new Fact.Purged(purged));
    var all = List.of(id, rejected, ready, reserved, new UUID(5, 5), withdrawn, purged);

    assertThat(needed(all, false, false)).containsExactly(id);
    assertThat(needed(all, false, true)).containsExactlyInAnyOrder(id, rejected, withdrawn);
    assertThat(needed(all, true, false)).containsExactlyInAnyOrder(id, ready);
  }

  private Set<UUID> needed(List<UUID> images, boolean ready, boolean rejected) {
    return requireNonNull(
        books.reservations.needed(images, new KeptOriginals(ready, rejected)).block());
  }

  private void dieAfterTheEntry() {
    books.uploads.change(id, entry -> entry.reserved(content, books.clock.instant())).block();
    assertThat(books.sums()).isEqualTo("0 0 0");
  }

  private void giveUpAndForget() {
    books.clock.move(Duration.ofHours(2));
    books.reservations.giveUp(id, books.clock.instant()).block();
    books.reservations.forget(id).block();
  }

  /** What a reservation does that read this account long ago. */
  private boolean awake(Account asleep) {
    var claimed = new Booking(1, new Claim(Claim.State.RESERVED, 100));
    return books.accounts.move(asleep, id, Booking.NONE, claimed, null).block();
  }
}
