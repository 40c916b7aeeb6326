package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.database.DuplicateKeys;
import dev.safelight.metadata.catalog.HoldPolicy;
import dev.safelight.metadata.catalog.ImageEvent;
import dev.safelight.metadata.catalog.ImageStatus;
import dev.safelight.metadata.catalog.Projection;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * One atomic update per event. Each kind of event sets fields that no other sets, the status only
 * rises, and an event whose id is in the document does not match it: so any order, any repetition
 * and any number of writers lead to the same document. Of two of one kind, which an image has that
 * went through the pipeline twice, the last on its topic counts.
 */
@Component
class MongoProjection implements Projection {

  private final MongoCollection<Document> images;
  private final HoldPolicy policy;

  MongoProjection(MongoCollection<Document> images, HoldPolicy policy) {
    this.images = images;
    this.policy = policy;
  }

  /**
   * A document that has the event does not match, and inserting another one under its id fails. So
   * does losing the race to be first. Without the insert the second try tells one from the other.
   */
  @Override
  public Mono<Void> apply(ImageEvent event) {
    return effect(event)
        .flatMap(
            effect ->
                update(event, effect, true)
                    .onErrorResume(
                        DuplicateKeys::caused, duplicate -> update(event, effect, false)))
        .filter(result -> result.getMatchedCount() == 0 && result.getUpsertedId() == null)
        .flatMap(unchanged -> lookAgain(event));
  }

  /** A tombstone changes by no event, but who told of the image may have written something. */
  private Mono<Void> lookAgain(ImageEvent event) {
    var purged = and(eq(Fields.ID, event.imageId().toString()), exists(Fields.PURGED));
    var changes = combine(min(Fields.LOOK_AT, event.at()), inc(Fields.LATE_EVENTS, 1L));
    return CatalogOutages.mono(images.updateOne(purged, changes)).then();
  }

  private Mono<UpdateResult> update(ImageEvent event, Bson effect, boolean orInsert) {
    var news =
        and(
            eq(Fields.ID, event.imageId().toString()),
            exists(Fields.PURGED, false),
            unheard(event));
    var changes = combine(effect, Bookkeeping.changed(event.at()));
    var options = new UpdateOptions().upsert(orInsert);
    return CatalogOutages.mono(images.updateOne(news, changes, options));
  }

  /**
   * Decisions need no memory of their ids, as none counts that is not later than the one there; nor
   * do second looks, so that a record does not grow by a scan every night.
   */
  private static Bson unheard(ImageEvent event) {
    var unheard = ne(Fields.APPLIED, event.eventId().toString());
    return switch (event) {
      case ImageEvent.Moderated moderated ->
          DecisionFields.surpassedBy(moderated.decision(), event.eventId());
      case ImageEvent.Cleared cleared when cleared.again() ->
          and(unheard, not(gte(Fields.RANK, ImageStatus.CLEARED.rank())));
      default -> unheard;
    };
  }

  /**
   * Who may see an image is known with the image itself, so that none is seen that is to be held.
   */
  private Mono<Bson> effect(ImageEvent event) {
    return switch (event) {
      case ImageEvent.Uploaded uploaded ->
          policy
              .holds(uploaded.details())
              .map(held -> applied(event, combine(changes(event), set(Fields.ON_HOLD, held))));
      case ImageEvent.Moderated moderated -> Mono.just(changes(event));
      default -> Mono.just(applied(event, changes(event)));
    };
  }

  private static Bson applied(ImageEvent event, Bson changes) {
    return combine(changes, push(Fields.APPLIED, event.eventId().toString()));
  }

  private static Bson changes(ImageEvent event) {
    return switch (event) {
      case ImageEvent.Uploaded uploaded ->
          combine(
              set(Fields.UPLOAD, UploadFields.write(uploaded.upload())),
              set(Fields.DETAILS, DetailsFields.write(uploaded.details())),
              SearchFields.words(uploaded.upload().original().name(), uploaded.details()),
              atLeast(ImageStatus.PENDING));
      case ImageEvent.Cleared(var eventId, var imageId, var at, var again) ->
          combine(set(Fields.CLEARED_AT, at), atLeast(ImageStatus.CLEARED));
      case ImageEvent.Processed(var eventId, var imageId, var development) ->
          combine(
              set(Fields.DEVELOPMENT, DevelopmentFields.write(development)),
              SearchFields.bands(development),
              atLeast(ImageStatus.READY));
      case ImageEvent.Rejected(var eventId, var imageId, var rejection) ->
          combine(
              set(Fields.REJECTION, ImageDocuments.write(rejection)),
              atLeast(ImageStatus.REJECTED));
      case ImageEvent.Moderated(var eventId, var imageId, var decision, var revision) ->
          combine(
              set(Fields.DECISION, DecisionFields.write(decision, eventId, revision)),
              atLeast(ImageStatus.PENDING));
    };
  }

  private static Bson atLeast(ImageStatus status) {
    return max(Fields.RANK, status.rank());
  }
}
