package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.popFirst;
import static com.mongodb.client.model.Updates.push;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.outbox.Outbox;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The outbox is a list in each image's document, so that it changes in one step with the image. */
@Component
class MongoImageOutbox implements Outbox<ImageChange> {

  private final MongoCollection<Document> images;

  MongoImageOutbox(MongoCollection<Document> images) {
    this.images = images;
  }

  @Override
  public Flux<List<ImageChange>> waiting(int limit) {
    return CatalogOutages.flux(
            images
                .find(exists(Fields.OUTBOX_EVENT))
                .projection(include(Fields.OUTBOX))
                .limit(limit))
        .map(
            image ->
                image.getList(Fields.OUTBOX, Document.class).stream()
                    .map(entry -> ChangeDocuments.read(image.getString(Fields.ID), entry))
                    .toList());
  }

  /** An instance makes the announcements of an image in their order, so it forgets the first. */
  @Override
  public Mono<Void> forget(ImageChange announcement) {
    var cause = announcement.cause();
    var isFirst =
        and(
            eq(Fields.ID, cause.imageId().toString()),
            eq(Fields.OUTBOX_FIRST, cause.eventId().toString()));
    return CatalogOutages.mono(images.updateOne(isFirst, popFirst(Fields.OUTBOX)))
        .filter(result -> result.getMatchedCount() == 0)
        .flatMap(overtaken -> tellAgain(announcement));
  }

  /** The newest of its type, after which this one may have been told. */
  private Mono<Void> tellAgain(ImageChange told) {
    var revision = NewestChanges.field(told) + '.' + Fields.REVISION;
    var overtaken =
        and(
            eq(Fields.ID, told.cause().imageId().toString()),
            gt(revision, told.cause().revision()));
    return CatalogOutages.mono(images.find(overtaken).first())
        .map(image -> NewestChanges.read(told, image))
        .flatMap(newest -> tellAgain(told, revision, newest));
  }

  /** Also where it waits already, as it may be on its way; none if there is a newer one now. */
  private Mono<Void> tellAgain(ImageChange told, String revision, Document newest) {
    var unchanged =
        and(
            eq(Fields.ID, told.cause().imageId().toString()),
            eq(revision, newest.getLong(Fields.REVISION)));
    return CatalogOutages.mono(images.updateOne(unchanged, push(Fields.OUTBOX, newest))).then();
  }
}
