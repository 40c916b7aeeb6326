package dev.safelight.ingest.mongo.ledger;

import com.mongodb.reactivestreams.client.MongoClient;
import dev.safelight.ingest.upload.Reservation;
import dev.safelight.ingest.upload.ledger.Fact;
import dev.safelight.ingest.upload.ledger.Usage;
import dev.safelight.testservers.EmbeddedMongo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.unit.DataSize;

/** A ledger on a server, and what a test does to it. */
final class Books {

  static final long LIMIT = 1000;
  static final String OWNER = "somebody";
  static final String SHA = "a".repeat(64);

  private static final AtomicInteger DATABASES = new AtomicInteger();

  final Hands clock = new Hands();
  final Uploads uploads;
  final Accounts accounts;
  final Digests digests;
  final Transitions transitions;
  final MongoLedger ledger;
  final MongoSettlement settlement;
  final MongoQuotas quotas;
  final AccountSweep sweep;
  final MongoReservations reservations;

  /** An empty one. */
  Books(MongoClient client) {
    var database = client.getDatabase("test" + DATABASES.incrementAndGet());
    var quota = new QuotaProperties(DataSize.ofBytes(LIMIT));
    uploads = new Uploads(database);
    accounts = new Accounts(database, clock);
    digests = new Digests(database);
    transitions = new Transitions(uploads, accounts);
    ledger =
        new MongoLedger(
            uploads,
            digests,
            transitions,
            new Reserving(uploads, accounts, transitions, quota),
            clock);
    settlement = new MongoSettlement(uploads, digests, transitions);
    quotas = new MongoQuotas(accounts, quota);
    sweep = new AccountSweep(uploads, accounts, transitions, clock);
    reservations = new MongoReservations(uploads, accounts, transitions, sweep);
  }

  Reservation reserve(UUID id, long bytes) {
    return ledger.reserve(id, OWNER, SHA, bytes).block();
  }

  void settle(Fact fact) {
    settlement.settle(fact).block();
  }

  /** As the consumer hears of an upload. */
  void uploaded(UUID id, long bytes) {
    settle(new Fact.Uploaded(id, OWNER, SHA, bytes, clock.instant()));
  }

  /** Books and drops all that is recent. */
  void sweep() {
    clock.move(Duration.ofHours(1));
    sweep.sweep().block();
  }

  /** Used, reserved and images. */
  String sums() {
    Usage usage = quotas.usage(OWNER).block();
    return usage.used() + " " + usage.reserved() + " " + usage.images();
  }

  Entry entry(UUID id) {
    return uploads.find(id).block();
  }

  boolean isRecent(UUID id) {
    return accounts.find(OWNER, id).block().recent() != null;
  }

  /** A clock that moves when it is told to. */
  static final class Hands extends Clock {

    private Instant now = Instant.parse("2026-11-21T10:00:00Z");

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** One server for all. */
  static final class Server implements AutoCloseable {

    private final EmbeddedMongo mongo = new EmbeddedMongo();
    private final MongoClient client;

    Server() {
      this(Duration.ofSeconds(20));
    }

    Server(Duration patience) {
      client = mongo.client(patience);
    }

    Books books() {
      return new Books(client);
    }

    EmbeddedMongo mongo() {
      return mongo;
    }

    @Override
    public void close() {
      client.close();
      mongo.close();
    }
  }
}
