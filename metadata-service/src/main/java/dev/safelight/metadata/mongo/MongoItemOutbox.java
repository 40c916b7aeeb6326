package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
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

  private static final FindOneAndUpdateOptions AFTERWARDS =
      new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

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

  /**
   * The topic keeps the record that was told last. So where another instance told of a later
   * version already, and this one may have told after it, that version is to be told again.
   */
  @Override
  public Mono<Void> forget(Item told) {
    var entry = new Document(ItemFields.VERSION, told.version());
    return CatalogOutages.mono(
            items.findOneAndUpdate(
                eq(ItemFields.ID, told.id()), pull(ItemFields.OUTBOX, entry), AFTERWARDS))
        .filter(item -> item.getList(ItemFields.OUTBOX, Document.class).isEmpty())
        .map(ItemDocuments::read)
        .filter(newest -> newest.version() > told.version())
        .flatMap(this::tellAgain);
  }

  private Mono<Void> tellAgain(Item newest) {
    var unchanged = and(eq(ItemFields.ID, newest.id()), eq(ItemFields.VERSION, newest.version()));
    var again = push(ItemFields.OUTBOX, ItemDocuments.announcement(newest));
    return CatalogOutages.mono(items.updateOne(unchanged, again)).then();
  }
}
