package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.item.ItemImages;
import java.time.Instant;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class MongoItemImages implements ItemImages {

  private final MongoCollection<Document> images;

  MongoItemImages(MongoCollection<Document> images) {
    this.images = images;
  }

  @Override
  public Mono<Long> count(String itemId) {
    var there = and(eq(Fields.ITEM, itemId), exists(Fields.DELETION, false));
    return CatalogOutages.mono(images.countDocuments(there));
  }

  /** Images that are deleted are among them, as they may come back. */
  @Override
  public Mono<Void> detachAll(String itemId, Instant at) {
    return detach(eq(Fields.ITEM, itemId), at);
  }

  @Override
  public Mono<Void> detachOlder(String itemId, Instant at) {
    return detach(and(eq(Fields.ITEM, itemId), lte(Fields.UPLOADED_AT, at)), at);
  }

  private Mono<Void> detach(Bson belonging, Instant at) {
    var changes = combine(set(Fields.ITEM, null), Bookkeeping.changed(at));
    return CatalogOutages.mono(images.updateMany(belonging, changes)).then();
  }
}
