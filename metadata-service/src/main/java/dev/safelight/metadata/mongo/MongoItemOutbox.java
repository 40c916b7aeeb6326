package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.popFirst;
import static com.mongodb.client.model.Updates.push;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.outbox.Outbox;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The outbox is a list in each item's document, so that it changes in one step with the item. */
@Component
class MongoItemOutbox implements Outbox<Item> {

  private final MongoCollection<Document> items;

  MongoItemOutbox(MongoCollection<Document> items) {
    this.items = items;
  }

  @Override
  public Flux<List<Item>> waiting(int limit) {
    return CatalogOutages.flux(
            items
                .find(exists(ItemFields.OUTBOX_VERSION))
                .projection(include(ItemFields.OUTBOX))
                .limit(limit))
        .map(
            item ->
                item.getList(ItemFields.OUTBOX, Document.class).stream()
                    .map(entry -> ItemDocuments.read(item.getString(ItemFields.ID), entry))
                    .toList());
  }

  /** An instance makes the announcements of an item in their order, so it forgets the first. */
  @Override
  public Mono<Void> forget(Item told) {
    var isFirst = and(eq(ItemFields.ID, told.id()), eq(ItemFields.OUTBOX_FIRST, told.version()));
    return CatalogOutages.mono(items.updateOne(isFirst, popFirst(ItemFields.OUTBOX)))
        .filter(result -> result.getMatchedCount() == 0)
        .flatMap(overtaken -> tellAgain(told));
  }

  /** Also where it waits already, as it may be on its way; none if there is a newer one now. */
  private Mono<Void> tellAgain(Item told) {
    var overtaken = and(eq(ItemFields.ID, told.id()), gt(ItemFields.VERSION, told.version()));
    return CatalogOutages.mono(items.find(overtaken).first())
        .map(ItemDocuments::read)
        .flatMap(
            newest ->
                CatalogOutages.mono(
                    items.updateOne(
                        and(
                            eq(ItemFields.ID, newest.id()),
                            eq(ItemFields.VERSION, newest.version())),
                        push(ItemFields.OUTBOX, ItemDocuments.announcement(newest)))))
        .then();
  }
}
