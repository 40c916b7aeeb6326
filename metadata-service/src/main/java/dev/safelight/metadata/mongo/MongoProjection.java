package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.database.DuplicateKeys;
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
 * and any number of writers lead to the same document.
 */
@Component
class MongoProjection implements Projection {

  private final MongoCollection<Document> images;

  MongoProjection(MongoCollection<Document> images) {
    this.images = images;
  }

  /**
   * A document that has the event does not match, and inserting another one under its id fails. So
   * does losing the race to be first. Without the insert the second try tells one from the other.
   */
  @Override
  public Mono<Void> apply(ImageEvent event) {
    return update(event, true)
        .onErrorResume(DuplicateKeys::caused, duplicate -> update(event, false));
  }

  private Mono<Void> update(ImageEvent event, boolean orInsert) {
    var eventId = event.eventId().toString();
    var unseen = and(eq(Fields.ID, event.imageId().toString()), ne(Fields.APPLIED, eventId));
    var changes =
        combine(
            changes(event),
            push(Fields.APPLIED, eventId),
            inc(Fields.VERSION, 1L),
            max(Fields.UPDATED_AT, event.at()));
    var options = new UpdateOptions().upsert(orInsert);
    return CatalogOutages.mono(images.updateOne(unseen, changes, options)).then();
  }

  private static Bson changes(ImageEvent event) {
    return switch (event) {
      case ImageEvent.Uploaded uploaded ->
          combine(
              set(Fields.UPLOAD, UploadFields.write(uploaded.upload())),
              set(Fields.DETAILS, DetailsFields.write(uploaded.details())),
              atLeast(ImageStatus.PENDING));
      case ImageEvent.Cleared(var eventId, var imageId, var at) ->
          combine(set(Fields.CLEARED_AT, at), atLeast(ImageStatus.CLEARED));
      case ImageEvent.Processed(var eventId, var imageId, var development) ->
          combine(
              set(Fields.DEVELOPMENT, DevelopmentFields.write(development)),
              atLeast(ImageStatus.READY));
      case ImageEvent.Rejected(var eventId, var imageId, var rejection) ->
          combine(
              set(Fields.REJECTION, ImageDocuments.write(rejection)),
              atLeast(ImageStatus.REJECTED));
    };
  }

  private static Bson atLeast(ImageStatus status) {
    return max(Fields.RANK, status.rank());
  }
}
