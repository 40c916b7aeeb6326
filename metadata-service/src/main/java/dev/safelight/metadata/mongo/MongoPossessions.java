package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.person.Possessions;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks for one page after the other, each from where the one before it ended: whoever reads may be
 * slower than any cursor of the database lives.
 */
@Component
class MongoPossessions implements Possessions {

  private static final int PAGE = 100;
  private static final String ID = Fields.ID;

  private final MongoCollection<Document> images;
  private final MongoCollection<Document> items;

  MongoPossessions(MongoCollection<Document> images, MongoCollection<Document> items) {
    this.images = images;
    this.items = items;
  }

  @Override
  public Flux<ImageRecord> images(String account) {
    return all(images, Fields.OWNER, account)
        .mapNotNull(image -> ImageDocuments.read(image).orElse(null));
  }

  @Override
  public Flux<Item> items(String account) {
    return all(items, ItemFields.OWNER, account).map(ItemDocuments::read);
  }

  private static Flux<Document> all(
      MongoCollection<Document> collection, String field, String account) {
    return page(collection, field, account, "")
        .expand(
            page ->
                page.size() < PAGE
                    ? Mono.empty()
                    : page(collection, field, account, page.getLast().getString(ID)))
        .concatMapIterable(page -> page, 1);
  }

  private static Mono<List<Document>> page(
      MongoCollection<Document> collection, String field, String account, String after) {
    return CatalogOutages.flux(
            collection.find(and(eq(field, account), gt(ID, after))).sort(ascending(ID)).limit(PAGE))
        .collectList();
  }
}
