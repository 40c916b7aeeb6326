package dev.safelight.ingest.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.safelight.database.CollectionIndexes;
import dev.safelight.database.DatabaseUnavailableException;
import dev.safelight.database.DuplicateKeys;
import dev.safelight.database.Outages;
import dev.safelight.ingest.upload.Erasable;
import dev.safelight.ingest.upload.Sweep;
import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.ingest.upload.idempotency.Claim;
import dev.safelight.ingest.upload.idempotency.IdempotencyKeys;
import dev.safelight.ingest.upload.idempotency.IdempotencyTerms;
import dev.safelight.ingest.upload.idempotency.KeyedRequest;
import dev.safelight.ingest.upload.idempotency.StoredAnswer;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** The keys, one document each; what changes hands does so by compare and set of its attempt. */
class MongoIdempotencyKeys implements IdempotencyKeys, Sweep, Erasable {

  /** Others that get in between, before we say that somebody is at it. */
  private static final int TRIES = 5;

  private final MongoCollection<Document> keys;
  private final IdempotencyTerms terms;
  private final Clock clock;

  MongoIdempotencyKeys(MongoDatabase database, IdempotencyTerms terms, Clock clock) {
    this.keys = database.getCollection("idempotency");
    this.terms = terms;
    this.clock = clock;
  }

  /**
   * A real MongoDB removes what is over by itself, too; the embedded one leaves it to the sweep.
   */
  CollectionIndexes indexes() {
    var over = new IndexOptions().expireAfter(0L, TimeUnit.SECONDS);
    return new CollectionIndexes(
        keys,
        List.of(
            new IndexModel(Indexes.ascending(KeyDocument.EXPIRES), over),
            new IndexModel(Indexes.ascending(KeyDocument.SUBJECT))));
  }

  @Override
  public Mono<Claim> claim(KeyedRequest request, UUID seed) {
    return claim(new Claim.Granted(request, UUID.randomUUID(), seed), TRIES);
  }

  @Override
  public Mono<Void> renew(Claim.Granted claim) {
    var until = Date.from(clock.instant().plus(terms.lease()));
    return waitable(keys.updateOne(mine(claim), set(KeyDocument.UNTIL, until))).then();
  }

  @Override
  public Mono<Void> answer(Claim.Granted claim, StoredAnswer answer) {
    var expires = clock.instant().plus(terms.keep());
    return waitable(keys.updateOne(mine(claim), KeyDocument.answered(answer, expires))).then();
  }

  @Override
  public Mono<Void> release(Claim.Granted claim) {
    return waitable(keys.updateOne(mine(claim), set(KeyDocument.STATE, KeyDocument.FREE))).then();
  }

  @Override
  public String name() {
    return "idempotency-keys";
  }

  @Override
  public Mono<Long> sweep() {
    return Outages.mono(keys.deleteMany(lt(KeyDocument.EXPIRES, Date.from(clock.instant()))))
        .map(result -> result.getDeletedCount());
  }

  /** Those that were last used before then. */
  @Override
  public Mono<Void> erase(String account, Instant until) {
    var older = lte(KeyDocument.EXPIRES, Date.from(until.plus(terms.keep())));
    return waitable(keys.deleteMany(and(eq(KeyDocument.SUBJECT, account), older))).then();
  }

  private Mono<Claim> claim(Claim.Granted wanted, int triesLeft) {
    if (triesLeft == 0) {
      return Mono.just(new Claim.InProgress());
    }
    return inserted(wanted)
        .switchIfEmpty(Mono.defer(() -> existing(wanted)))
        .switchIfEmpty(Mono.defer(() -> claim(wanted, triesLeft - 1)));
  }

  /** Empty where the key is used. */
  private Mono<Claim> inserted(Claim.Granted wanted) {
    return waitable(keys.insertOne(document(wanted)))
        .<Claim>map(done -> wanted)
        .onErrorResume(DuplicateKeys::caused, used -> Mono.empty());
  }

  /** Empty where the key has changed hands meanwhile. */
  private Mono<Claim> existing(Claim.Granted wanted) {
    return waitable(keys.find(eq(KeyDocument.ID, KeyDocument.id(wanted.request()))).first())
        .map(KeyDocument::new)
        .flatMap(
            key ->
                switch (key.decide(wanted, clock.instant())) {
                  case Claim.Granted granted -> takenOver(key, granted);
                  case Claim decided -> Mono.just(decided);
                });
  }

  private Mono<Claim> takenOver(KeyDocument key, Claim.Granted granted) {
    return waitable(keys.replaceOne(key.asRead(), document(granted)))
        .filter(result -> result.getMatchedCount() == 1)
        .map(result -> granted);
  }

  private Document document(Claim.Granted claim) {
    return KeyDocument.running(claim, clock.instant(), terms);
  }

  private static Bson mine(Claim.Granted claim) {
    return and(
        eq(KeyDocument.ID, KeyDocument.id(claim.request())),
        eq(KeyDocument.ATTEMPT, claim.attempt().toString()),
        eq(KeyDocument.STATE, KeyDocument.RUNNING));
  }

  private static <T> Mono<T> waitable(Publisher<T> operation) {
    return Outages.mono(operation)
        .onErrorMap(
            DatabaseUnavailableException.class,
            away -> new UploadUnavailableException("The keys of requests can't be reached", away));
  }
}
