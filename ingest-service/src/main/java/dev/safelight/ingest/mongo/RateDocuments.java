package dev.safelight.ingest.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.safelight.database.CollectionIndexes;
import dev.safelight.database.DuplicateKeys;
import dev.safelight.database.Outages;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import reactor.core.publisher.Mono;

/**
 * The buckets of tokens, as documents: {@code _id}, {@code state} as Bucket4j writes it, {@code
 * version} that each write counts up, and {@code fullAt}, from when on a bucket is like none.
 */
class RateDocuments {

  private static final String ID = "_id";
  private static final String STATE = "state";
  private static final String VERSION = "version";
  private static final String FULL_AT = "fullAt";
  private static final long FIRST = 1;

  private final MongoCollection<Document> buckets;

  RateDocuments(MongoDatabase database) {
    this.buckets = database.getCollection("rates");
  }

  /**
   * A bucket as it was read.
   *
   * @param version tells whether it still is so
   */
  record Stored(Binary state, long version) {}

  CollectionIndexes indexes() {
    return new CollectionIndexes(buckets, List.of(new IndexModel(Indexes.ascending(FULL_AT))));
  }

  /** Empty if there is none, which is to say that it is full. */
  Mono<Stored> find(String key) {
    return Outages.mono(buckets.find(eq(ID, key)).first())
        .map(found -> new Stored(found.get(STATE, Binary.class), found.getLong(VERSION)));
  }

  /** Writes a bucket that was not there; false if it is by now. */
  Mono<Boolean> insert(String key, byte[] state, Instant fullAt) {
    var bucket =
        new Document(ID, key)
            .append(STATE, new Binary(state))
            .append(VERSION, FIRST)
            .append(FULL_AT, Date.from(fullAt));
    return Outages.mono(buckets.insertOne(bucket))
        .thenReturn(true)
        .onErrorResume(DuplicateKeys::caused, there -> Mono.just(false));
  }

  /** Writes a bucket if it is as it was read; false if it is not. */
  Mono<Boolean> replace(String key, long version, byte[] state, Instant fullAt) {
    var asRead = and(eq(ID, key), eq(VERSION, version));
    var taken =
        combine(set(STATE, new Binary(state)), set(FULL_AT, Date.from(fullAt)), inc(VERSION, 1L));
    return Outages.mono(buckets.updateOne(asRead, taken))
        .map(result -> result.getMatchedCount() == 1);
  }

  /** Removes one, which is to say that it is full. */
  Mono<Void> remove(String key) {
    return Outages.mono(buckets.deleteOne(eq(ID, key))).then();
  }

  /** Removes all that are full again. */
  Mono<Long> removeFull(Instant now) {
    return Outages.mono(buckets.deleteMany(lt(FULL_AT, Date.from(now))))
        .map(result -> result.getDeletedCount());
  }
}
