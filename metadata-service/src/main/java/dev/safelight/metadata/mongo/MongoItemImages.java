package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.item.ItemImages;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class MongoItemImages implements ItemImages {

  private final MongoCollection<Document> images;

  MongoItemImages(MongoCollection<Document> images) {
    this.images = images;
  }

  @Override
  public Mono<Long> count(String itemId) {
    return CatalogOutages.mono(images.countDocuments(undeleted(itemId)));
  }

  @Override
  public Flux<UUID> present(String itemId) {
    return ids(undeleted(itemId));
  }

  @Override
  public Flux<UUID> all(String itemId) {
    return ids(eq(Fields.ITEM, itemId));
  }

  private static Bson undeleted(String itemId) {
    return and(eq(Fields.ITEM, itemId), exists(Fields.DELETION, false));
  }

  private Flux<UUID> ids(Bson belonging) {
    return CatalogOutages.flux(images.find(belonging).projection(include(Fields.ID)))
        .map(image -> UUID.fromString(image.getString(Fields.ID)));
  }
}
