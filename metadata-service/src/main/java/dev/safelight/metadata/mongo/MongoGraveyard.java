package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.removal.Graveyard;
import dev.safelight.metadata.removal.Removed;
import dev.safelight.metadata.removal.Task;
import dev.safelight.metadata.removal.Tombstone;
import java.time.Instant;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds what is due by the time until which a deletion can be undone, which records of earlier
 * releases have too, and by the time of the next look at a tombstone.
 */
@Component
class MongoGraveyard implements Graveyard {

  private final MongoCollection<Document> images;

  MongoGraveyard(MongoCollection<Document> images) {
    this.images = images;
  }

  @Override
  public Flux<UUID> due(Instant now) {
    return Flux.concat(idsBy(Fields.RESTORABLE_UNTIL, now), idsBy(Fields.LOOK_AT, now))
        .map(image -> UUID.fromString(image.getString(Fields.ID)));
  }

  private Flux<Document> idsBy(String time, Instant now) {
    return CatalogOutages.flux(
        images.find(lte(time, now)).sort(ascending(time)).projection(include(Fields.ID)));
  }

  @Override
  public Mono<Instant> oldestDue(Instant now) {
    return CatalogOutages.mono(
            images
                .find(lte(Fields.RESTORABLE_UNTIL, now))
                .sort(ascending(Fields.RESTORABLE_UNTIL))
                .projection(include(Fields.RESTORABLE_UNTIL))
                .first())
        .map(
            image ->
                image.get(Fields.DELETION, Document.class).getDate("restorableUntil").toInstant());
  }

  @Override
  public Mono<Task> claim(UUID imageId, Instant now) {
    var image = eq(Fields.ID, imageId.toString());
    var overdue = and(image, lte(Fields.RESTORABLE_UNTIL, now), exists(Fields.PURGE, false));
    var begun = combine(set(Fields.PURGE, now), Bookkeeping.changed(now));
    var task = and(image, or(exists(Fields.PURGE), lte(Fields.LOOK_AT, now)));
    return CatalogOutages.mono(images.updateOne(overdue, begun))
        .then(Mono.defer(() -> CatalogOutages.mono(images.find(task).first())))
        .map(found -> Tombstones.task(found, now));
  }

  /** Every change raises the version, so that nothing that was heard of meanwhile gets lost. */
  @Override
  public Mono<Boolean> bury(Task.Purge purge, Removed removed, Instant lookAt) {
    var asItWas =
        and(
            eq(Fields.ID, purge.imageId().toString()),
            eq(Fields.VERSION, purge.version()),
            exists(Fields.PURGE));
    return CatalogOutages.mono(images.find(asItWas).first())
        .map(image -> Tombstones.of(image, purge, removed, lookAt))
        .flatMap(tombstone -> CatalogOutages.mono(images.replaceOne(asItWas, tombstone)))
        .map(result -> result.getModifiedCount() == 1)
        .defaultIfEmpty(false);
  }

  @Override
  public Mono<Void> looked(Task.Look look, Removed removed, @Nullable Instant lookAt) {
    var asItWas = and(eq(Fields.ID, look.imageId().toString()), heard(look.events()));
    var changes =
        combine(
            inc(Tombstones.OBJECTS, removed.objects()),
            inc(Tombstones.BYTES, removed.bytes()),
            unset(Fields.LATE_EVENTS),
            lookAt == null ? unset(Fields.LOOK_AT) : set(Fields.LOOK_AT, lookAt));
    return CatalogOutages.mono(images.updateOne(asItWas, changes)).then();
  }

  private static Bson heard(long events) {
    return events == 0 ? exists(Fields.LATE_EVENTS, false) : eq(Fields.LATE_EVENTS, events);
  }

  @Override
  public Mono<Tombstone> find(UUID imageId) {
    var purged = and(eq(Fields.ID, imageId.toString()), exists(Fields.PURGED));
    return CatalogOutages.mono(images.find(purged).first()).map(Tombstones::read);
  }
}
