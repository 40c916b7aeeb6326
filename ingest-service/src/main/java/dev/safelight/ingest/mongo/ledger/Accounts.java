package dev.safelight.ingest.mongo.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.safelight.database.DuplicateKeys;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collection {@code accounts}: the sums of each owner. */
@Component
class Accounts {

  static final String COLLECTION = "accounts";
  static final String RECENT = "recent";
  static final String AT = "at";

  private static final String ID = EntryDocuments.ID;
  private static final String LIMIT = "limit";
  private static final String LIMITED_AT = "limitedAt";
  private static final String TOTAL = "total";
  private static final String USED = "used";
  private static final String RESERVED = "reserved";
  private static final String IMAGES = "images";
  private static final String SWEEPS = "sweeps";

  private final MongoCollection<Document> documents;
  private final Clock clock;

  Accounts(MongoDatabase database, Clock clock) {
    this.documents = database.getCollection(COLLECTION);
    this.clock = clock;
  }

  /** The account with what it says of this image; one without sums for an owner who is new. */
  Mono<Account> find(String owner, UUID image) {
    return LedgerOutages.mono(
            documents
                .find(eq(ID, owner))
                .projection(include(LIMIT, TOTAL, USED, RESERVED, IMAGES, SWEEPS, recent(image)))
                .first())
        .defaultIfEmpty(new Document(ID, owner))
        .map(document -> read(document, image));
  }

  /** The sums alone. */
  Mono<Account> find(String owner) {
    return find(owner, new UUID(0, 0));
  }

  /** What accounts say of images that they said something of before then. */
  Flux<Recent> recentBefore(Instant then) {
    return LedgerOutages.flux(
            documents
                .find(and(exists(RECENT), ne(RECENT, new Document())))
                .projection(include(RECENT)))
        .map(document -> recentBefore(document, then));
  }

  /** What the account of an owner says of its images. */
  record Recent(String owner, Map<UUID, Booking> images) {}

  /**
   * Goes from one booking of an image to the next, if the account has not moved since it was read.
   *
   * @param from what the sums include
   * @param to what they are to include
   * @param most highest total at which there is room
   * @return whether it did; not if the account moved, or has no room any more
   */
  Mono<Boolean> move(Account seen, UUID image, Booking from, Booking to, @Nullable Long most) {
    var unmoved = and(eq(ID, seen.owner()), unmoved(seen, image));
    var guard = most == null ? unmoved : and(unmoved, lte(TOTAL, most));
    var included = EntryDocuments.write(to).append(AT, Date.from(clock.instant()));
    var change =
        combine(
            inc(TOTAL, to.claim().bytes() - from.claim().bytes()),
            inc(USED, to.claim().used() - from.claim().used()),
            inc(RESERVED, to.claim().reserved() - from.claim().reserved()),
            inc(IMAGES, to.claim().images() - from.claim().images()),
            set(recent(image), included));
    return seen.isNew()
        ? create(seen.owner()).thenReturn(false)
        : LedgerOutages.mono(documents.updateOne(guard, change))
            .map(result -> result.getMatchedCount() == 1);
  }

  /** Drops images whose entries say now what the sums include; nothing if any of them moved. */
  Mono<Boolean> drop(String owner, Map<UUID, Booking> images) {
    var guards = new ArrayList<Bson>();
    var changes = new ArrayList<Bson>();
    guards.add(eq(ID, owner));
    changes.add(inc(SWEEPS, 1L));
    images.forEach(
        (image, booking) -> {
          guards.add(eq(recent(image) + '.' + EntryDocuments.VERSION, booking.version()));
          changes.add(unset(recent(image)));
        });
    return LedgerOutages.mono(documents.updateOne(and(guards), combine(changes)))
        .map(result -> result.getMatchedCount() == 1);
  }

  /** Sets the owner's own limit, or takes it away. */
  Mono<Void> limit(String owner, @Nullable Long bytes) {
    var at = set(LIMITED_AT, Date.from(clock.instant()));
    var change = combine(at, bytes == null ? unset(LIMIT) : set(LIMIT, bytes));
    return create(owner)
        .then(Mono.defer(() -> LedgerOutages.mono(documents.updateOne(eq(ID, owner), change))))
        .then();
  }

  /** Takes the owner's own limit away, unless it was given later. */
  Mono<Void> forgetLimit(String owner, Instant until) {
    var earlier = not(gt(LIMITED_AT, Date.from(until)));
    return LedgerOutages.mono(documents.updateOne(and(eq(ID, owner), earlier), unset(LIMIT)))
        .then();
  }

  /** Removes those that are as if they had never been there. */
  Mono<Long> removeEmpty() {
    return LedgerOutages.mono(
            documents.deleteMany(
                and(
                    exists(LIMIT, false),
                    eq(TOTAL, 0L),
                    eq(RESERVED, 0L),
                    eq(IMAGES, 0L),
                    or(exists(RECENT, false), eq(RECENT, new Document())))))
        .map(DeleteResult::getDeletedCount);
  }

  /**
   * Makes the account if it is not there. Its sweeps begin where none of one that was removed ever
   * came to, so that whoever read that one sees that it moved.
   */
  private Mono<Void> create(String owner) {
    var fresh =
        new Document(TOTAL, 0L)
            .append(USED, 0L)
            .append(RESERVED, 0L)
            .append(IMAGES, 0L)
            .append(SWEEPS, clock.millis());
    return LedgerOutages.mono(
            documents.updateOne(
                eq(ID, owner),
                new Document("$setOnInsert", fresh),
                new UpdateOptions().upsert(true)))
        .onErrorResume(DuplicateKeys::caused, raced -> Mono.empty())
        .then();
  }

  private static Bson unmoved(Account seen, UUID image) {
    var included = seen.recent();
    return included == null
        ? and(exists(recent(image), false), eq(SWEEPS, seen.sweeps()))
        : eq(recent(image) + '.' + EntryDocuments.VERSION, included.version());
  }

  private static Account read(Document document, UUID image) {
    var recent = document.get(RECENT, new Document()).get(image.toString(), Document.class);
    return new Account(
        document.getString(ID),
        document.getLong(LIMIT),
        sum(document, USED),
        sum(document, RESERVED),
        sum(document, IMAGES),
        sum(document, SWEEPS),
        recent == null ? null : EntryDocuments.readBooking(recent));
  }

  private static Recent recentBefore(Document account, Instant then) {
    var images = new HashMap<UUID, Booking>();
    account
        .get(RECENT, Document.class)
        .forEach(
            (image, booking) -> {
              if (booking instanceof Document document
                  && document.getDate(AT).toInstant().isBefore(then)) {
                images.put(UUID.fromString(image), EntryDocuments.readBooking(document));
              }
            });
    return new Recent(account.getString(ID), images);
  }

  private static long sum(Document document, String field) {
    return Objects.requireNonNullElse(document.getLong(field), 0L);
  }

  private static String recent(UUID image) {
    return RECENT + '.' + image;
  }
}
