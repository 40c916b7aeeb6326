package dev.safelight.ingest.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.safelight.database.DatabaseUnavailableException;
import dev.safelight.database.DuplicateKeys;
import dev.safelight.database.Outages;
import dev.safelight.ingest.upload.Item;
import dev.safelight.ingest.upload.ItemChange;
import dev.safelight.ingest.upload.ItemMemory;
import dev.safelight.ingest.upload.Items;
import dev.safelight.ingest.upload.UploadUnavailableException;
import org.bson.Document;
import org.reactivestreams.Publisher;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Items as {@code item.changed} told of them, one document each. Those that are deleted stay as
 * documents, so that old news can't bring them back.
 */
@Component
class MongoItems implements Items, ItemMemory {

  private final MongoCollection<Document> items;

  MongoItems(MongoDatabase database) {
    this.items = database.getCollection("items");
  }

  @Override
  public Mono<Item> find(String id) {
    var there = and(eq(ItemDocuments.ID, id), eq(ItemDocuments.DELETED, false));
    return available(items.find(there).first()).map(ItemDocuments::read);
  }

  /**
   * A document that has this version or a later one does not match, and inserting another one under
   * its id fails. So does losing the race to be first. Without the insert the second try tells one
   * from the other.
   */
  @Override
  public Mono<Void> remember(ItemChange change) {
    return update(change, true)
        .onErrorResume(DuplicateKeys::caused, duplicate -> update(change, false));
  }

  private Mono<Void> update(ItemChange change, boolean orInsert) {
    var older =
        and(eq(ItemDocuments.ID, change.item().id()), lt(ItemDocuments.VERSION, change.version()));
    var update = new Document("$set", ItemDocuments.write(change));
    return available(items.updateOne(older, update, new UpdateOptions().upsert(orInsert))).then();
  }

  private static <T> Mono<T> available(Publisher<T> operation) {
    return Outages.mono(operation)
        .onErrorMap(
            DatabaseUnavailableException.class,
            away -> new UploadUnavailableException("The items can't be reached", away));
  }
}
