package dev.safelight.ingest.mongo.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.ingest.upload.ledger.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Any order, any repetition, with crashes and sweeps in between: the same sums in the end. */
class SettlementPropertyTest {

  private static final Books.Server SERVER = new Books.Server();
  private static final UUID ID = new UUID(1, 1);
  private static final Instant T1 = Instant.parse("2026-11-21T10:00:01Z");
  private static final Instant T2 = Instant.parse("2026-11-21T10:00:02Z");
  private static final Instant T3 = Instant.parse("2026-11-21T10:00:03Z");

  private static final Fact UPLOADED = new Fact.Uploaded(ID, Books.OWNER, Books.SHA, 70, T1);
  private static final Fact PROCESSED = new Fact.Processed(ID);
  private static final Fact REJECTED = new Fact.Rejected(ID);
  private static final Fact DELETED = new Fact.Deleted(ID, T1);
  private static final Fact RESTORED = new Fact.Restored(ID, T2);
  private static final Fact DELETED_AGAIN = new Fact.Deleted(ID, T3);
  private static final Fact PURGED = new Fact.Purged(ID);

  /**
   * What happened to an image.
   *
   * @param sums what is counted of it when everything was heard
   */
  record Life(String sums, List<Fact> facts) {

    static Life of(String sums, Fact... facts) {
      return new Life(sums, List.of(facts));
    }
  }

  private static final List<Life> LIVES =
      List.of(
          Life.of("0 70 1", UPLOADED),
          Life.of("70 0 1", UPLOADED, PROCESSED),
          Life.of("0 0 0", UPLOADED, REJECTED),
          Life.of("0 0 0", UPLOADED, DELETED, PROCESSED),
          Life.of("70 0 1", UPLOADED, PROCESSED, DELETED, RESTORED),
          Life.of("0 0 0", UPLOADED, PROCESSED, DELETED, RESTORED, DELETED_AGAIN),
          Life.of("0 0 0", UPLOADED, PROCESSED, DELETED, RESTORED, DELETED_AGAIN, PURGED));

  /**
   * What a run does.
   *
   * @param facts heard, in this order
   * @param sweeps after which of them entries are booked and dropped
   * @param reserved whether a request took room at first
   */
  record Run(Life life, List<Fact> facts, List<Boolean> sweeps, boolean reserved) {}

  @AfterContainer
  static void stop() {
    SERVER.close();
  }

  @Property(tries = 150)
  void anyOrderLeadsToTheSameSums(@ForAll("runs") Run run) {
    var books = SERVER.books();
    if (run.reserved()) {
      books.reserve(ID, 70);
    }
    for (int i = 0; i < run.facts().size(); i++) {
      books.settle(run.facts().get(i));
      if (run.sweeps().get(i)) {
        books.sweep();
      }
    }

    assertThat(books.sums()).isEqualTo(run.life().sums());
    books.sweep();
    var before = books.entry(ID);
    run.life().facts().forEach(books::settle);
    assertThat(books.sums()).isEqualTo(run.life().sums());
    assertThat(books.entry(ID)).as("a replay changes nothing").isEqualTo(before);
    assertThat(books.isRecent(ID)).isFalse();
  }

  @Provide
  Arbitrary<Run> runs() {
    return Arbitraries.of(LIVES).flatMap(SettlementPropertyTest::runs);
  }

  private static Arbitrary<Run> runs(Life life) {
    return Arbitraries.of(life.facts())
        .list()
        .ofMaxSize(4)
        .flatMap(
            repeated -> {
              var heard = new ArrayList<>(life.facts());
              heard.addAll(repeated);
              return Arbitraries.shuffle(heard)
                  .flatMap(
                      facts ->
                          Arbitraries.of(true, false)
                              .list()
                              .ofSize(facts.size())
                              .flatMap(
                                  sweeps ->
                                      Arbitraries.of(true, false)
                                          .map(
                                              reserved -> new Run(life, facts, sweeps, reserved))));
            });
  }
}
