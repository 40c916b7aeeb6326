package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.pull;

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

  @Override
  public Mono<Void> forget(ImageChange announcement) {
    var entry = new Document(Fields.EVENT_ID, announcement.cause().eventId().toString());
    return CatalogOutages.mono(
            images.updateOne(
                eq(Fields.ID, announcement.cause().imageId().toString()),
                pull(Fields.OUTBOX, entry)))
        .then();
  }
}
