package dev.safelight.ingest.mongo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.ingest.upload.Reservation;
import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.ingest.upload.ledger.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class MongoLedgerTest {

  private static final Books.Server SERVER = new Books.Server();
  private static final Reservation GRANTED = new Reservation.Granted();

  private final Books books = SERVER.books();
  private final UUID first = new UUID(1, 1);
  private final UUID second = new UUID(2, 2);

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void roomIsTakenOnceAndDeniedWhereItEnds() {
    assertThat(books.reserve(first, 600)).isEqualTo(GRANTED);
    assertThat(books.reserve(first, 600)).isEqualTo(GRANTED);
    assertThat(books.sums()).isEqualTo("0 600 1");

    assertThat(books.reserve(second, 401)).isEqualTo(new Reservation.Denied(1000, 600));
    assertThat(books.entry(second)).as("who is denied leaves no trace").isNull();
    assertThat(books.reserve(second, 400)).isEqualTo(GRANTED);
    assertThat(books.sums()).isEqualTo("0 1000 2");
  }

  @Test
  void theSameImageIsGrantedAgainHoweverFullTheAccountIsByNow() {
    books.reserve(first, 1000);
    assertThat(books.reserve(first, 1000)).isEqualTo(GRANTED);
    books.sweep();
    assertThat(books.reserve(first, 1000)).isEqualTo(GRANTED);
    assertThat(books.sums()).isEqualTo("0 1000 1");
  }

  @Test
  void anotherTryWithOtherBytesCountsThose() {
    books.reserve(first, 600);
    assertThat(books.reserve(first, 900)).isEqualTo(GRANTED);
    assertThat(books.sums()).isEqualTo("0 900 1");
    assertThat(books.reserve(first, 1001)).isEqualTo(new Reservation.Denied(1000, 900));
    assertThat(books.sums()).as("the earlier try is over").isEqualTo("0 0 0");
    books.reserve(first, 900);
    books.quotas.limit(Books.OWNER, 1L).block();
    assertThat(books.reserve(first, 800)).as("less than before").isEqualTo(GRANTED);
    assertThat(books.sums()).isEqualTo("0 800 1");
  }

  @Test
  void ofManyAtOnceExactlyAsManyGetRoomAsThereIs() {
    var granted =
        Flux.fromStream(IntStream.range(0, 50).mapToObj(i -> new UUID(9, i)))
            .flatMap(
                id ->
                    books
                        .ledger
                        .reserve(id, Books.OWNER, Books.SHA, 100)
                        .subscribeOn(Schedulers.boundedElastic()),
                50)
            .filter(GRANTED::equals)
            .count()
            .block();

    assertThat(granted).isEqualTo(10);
    assertThat(books.sums()).isEqualTo("0 1000 10");
  }

  @Test
  void oneImageThatManyReserveAtOnceCountsOnce() {
    Flux.range(0, 30)
        .flatMap(i -> books.ledger.reserve(first, Books.OWNER, Books.SHA, 100), 30)
        .blockLast();

    assertThat(books.sums()).isEqualTo("0 100 1");
  }

  @Test
  void reservationsSweepsAndSettlementsAtOnceEndInTheRightSums() {
    var ids = IntStream.range(0, 8).mapToObj(i -> new UUID(9, i)).toList();
    var lives =
        Flux.fromIterable(ids)
            .flatMap(
                id ->
                    books
                        .ledger
                        .reserve(id, Books.OWNER, Books.SHA, 100)
                        .then(books.settlement.settle(uploadOf(id)))
                        .then(books.settlement.settle(new Fact.Processed(id)))
                        .then(books.settlement.settle(new Fact.Deleted(id, now(1))))
                        .then(books.settlement.settle(new Fact.Restored(id, now(2))))
                        .subscribeOn(Schedulers.boundedElastic()));
    var sweeps =
        Flux.range(0, 40)
            .concatMap(i -> books.accounts.recentBefore(now(10)).concatMap(books.sweep::sweep));

    Flux.merge(lives.then(), sweeps.then()).blockLast();

    assertThat(books.sums()).isEqualTo("800 0 8");
    books.sweep();
    assertThat(ids).noneMatch(books::isRecent);
    assertThat(books.sums()).isEqualTo("800 0 8");
  }

  @Test
  void whatIsReleasedMakesRoomOnce() {
    books.reserve(first, 600);
    books.ledger.release(first).block();
    books.ledger.release(first).block();
    books.ledger.release(second).block();

    assertThat(books.sums()).isEqualTo("0 0 0");
    assertThat(books.reserve(first, 700)).isEqualTo(GRANTED);
    assertThat(books.sums()).isEqualTo("0 700 1");
  }

  @Test
  void whatWasAnnouncedIsNotReleased() {
    books.reserve(first, 600);
    books.ledger.announced(first).block();
    books.ledger.release(first).block();

    assertThat(books.sums()).isEqualTo("0 600 1");
    assertThat(books.reservations.oldestUnannounced().block()).isNull();
  }

  @Test
  void theEarliestLiveImageIsTheOneADuplicateIsOf() {
    books.reserve(second, 100);
    assertThat(duplicate()).as("not announced yet").isNull();
    books.ledger.announced(second).block();
    books.uploaded(first, 100);
    assertThat(duplicate()).isEqualTo(first);
    assertThat(books.ledger.duplicateOf("another", Books.SHA).block()).isNull();
    assertThat(books.ledger.duplicateOf(Books.OWNER, "b".repeat(64)).block()).isNull();

    books.settle(new Fact.Deleted(first, now(1)));
    assertThat(duplicate()).isEqualTo(second);
    books.settle(new Fact.Restored(first, now(2)));
    assertThat(duplicate()).isEqualTo(first);
    books.settle(new Fact.Purged(first));
    books.settle(new Fact.Rejected(second));
    assertThat(duplicate()).isNull();
    assertThat(books.digests.find(Books.OWNER, Books.SHA).block()).as("nothing is kept").isNull();
  }

  @Test
  void manyCopiesOfAPictureDoNotMakeItsListEndless() {
    Flux.range(0, 120)
        .concatMap(i -> books.digests.add(uploadContent(), new UUID(9, i)))
        .blockLast();

    assertThat(books.digests.find(Books.OWNER, Books.SHA).block())
        .hasSize(100)
        .contains(new UUID(9, 0))
        .doesNotContain(new UUID(9, 119));
  }

  @Test
  void nothingOfItsOwnerIsKeptOfAPurgedImage() {
    books.uploaded(first, 100);
    books.settle(new Fact.Purged(first));
    books.sweep();
    books.uploaded(first, 100);

    assertThat(books.entry(first).content()).isNull();
    assertThat(books.sums()).isEqualTo("0 0 0");
  }

  @Test
  void anAdministratorsLimitCountsInsteadOfTheDefault() {
    books.quotas.limit(Books.OWNER, 50L).block();
    assertThat(books.reserve(first, 51)).isEqualTo(new Reservation.Denied(50, 0));
    assertThat(books.reserve(first, 50)).isEqualTo(GRANTED);
    assertThat(books.quotas.usage(Books.OWNER).block())
        .satisfies(
            usage -> {
              assertThat(usage.limit()).isEqualTo(50);
              assertThat(usage.custom()).isTrue();
              assertThat(usage.remaining()).isZero();
            });

    books.quotas.limit(Books.OWNER, null).block();
    assertThat(books.reserve(second, 950)).isEqualTo(GRANTED);
  }

  @Test
  void aDatabaseThatIsAwayIsAnOutage() {
    try (var server = new Books.Server(Duration.ofMillis(300))) {
      var there = server.books();
      server.mongo().stop();

      assertThatThrownBy(() -> there.reserve(first, 1))
          .isInstanceOf(UploadUnavailableException.class);
      assertThatThrownBy(() -> there.ledger.duplicateOf("a", "b").block())
          .isInstanceOf(UploadUnavailableException.class);
      assertThatThrownBy(() -> there.settle(new Fact.Processed(first)))
          .isInstanceOf(UploadUnavailableException.class);
    }
  }

  @Test
  void nobodyTakesRoomForAnImageOfSomebodyElse() {
    books.reserve(first, 1);

    assertThatThrownBy(() -> books.ledger.reserve(first, "another", Books.SHA, 1).block())
        .isInstanceOf(IllegalArgumentException.class);
  }

  private UUID duplicate() {
    return books.ledger.duplicateOf(Books.OWNER, Books.SHA).block();
  }

  private Fact uploadOf(UUID id) {
    return new Fact.Uploaded(id, Books.OWNER, Books.SHA, 100, now(0));
  }

  private static Content uploadContent() {
    return new Content(Books.OWNER, Books.SHA, 100);
  }

  private Instant now(int later) {
    return books.clock.instant().plus(Duration.ofMillis(later));
  }
}
