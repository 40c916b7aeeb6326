package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.live.Change;
import dev.safelight.metadata.live.Changes;
import dev.safelight.metadata.live.Fact;
import dev.safelight.metadata.live.Position;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads images by when the database stored them last, which is not when something happened. */
@Component
class MongoChanges implements Changes {

  private final MongoCollection<Document> images;

  MongoChanges(MongoCollection<Document> images) {
    this.images = images;
  }

  @Override
  public Mono<Change> find(UUID imageId) {
    return first(eq(Fields.ID, imageId.toString()));
  }

  @Override
  public Mono<Change> find(Fact fact) {
    return first(and(eq(Fields.ID, fact.imageId().toString()), proof(fact.proof())));
  }

  @Override
  public Flux<Change> newest(String owner, int limit) {
    var order = descending(Fields.STORED_AT, Fields.ID);
    return all(images.find(eq(Fields.OWNER, owner)).sort(order).limit(limit));
  }

  @Override
  public Flux<Change> after(String owner, Position position, int limit) {
    var id = position.imageId().toString();
    var later =
        and(
            gte(Fields.STORED_AT, position.storedAt()),
            or(gt(Fields.STORED_AT, position.storedAt()), gt(Fields.ID, id)));
    var order = ascending(Fields.STORED_AT, Fields.ID);
    return all(images.find(and(eq(Fields.OWNER, owner), later)).sort(order).limit(limit));
  }

  private Mono<Change> first(Bson filter) {
    return CatalogOutages.mono(images.find(filter).first()).mapNotNull(MongoChanges::change);
  }

  private static Flux<Change> all(FindPublisher<Document> found) {
    return CatalogOutages.flux(found).mapNotNull(MongoChanges::change);
  }

  private static Bson proof(Fact.Proof proof) {
    return switch (proof) {
      case Fact.Proof.None(), Fact.Proof.Gone() -> Filters.empty();
      case Fact.Proof.Event(var eventId) -> eq(Fields.APPLIED, eventId.toString());
      case Fact.Proof.Decided(var at) -> gte(Fields.DECIDED_AT, at);
    };
  }

  /** Documents of old were stored before anybody could listen. */
  private static @Nullable Change change(Document image) {
    var storedAt = Optional.ofNullable(image.getDate(Fields.STORED_AT)).map(Date::toInstant);
    return ImageDocuments.read(image)
        .map(record -> new Change(record, storedAt.orElse(Instant.EPOCH)))
        .orElse(null);
  }
}
