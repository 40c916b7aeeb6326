package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.database.DuplicateKeys;
import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.item.ItemListing;
import dev.safelight.metadata.item.Items;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class MongoItems implements Items {

  private final MongoCollection<Document> items;

  MongoItems(MongoCollection<Document> items) {
    this.items = items;
  }

  @Override
  public Mono<Item> find(String id) {
    return CatalogOutages.mono(items.find(eq(ItemFields.ID, id)).first()).map(ItemDocuments::read);
  }

  @Override
  public Flux<Item> findAll(Collection<String> ids) {
    return CatalogOutages.flux(items.find(in(ItemFields.ID, ids))).map(ItemDocuments::read);
  }

  @Override
  public Flux<Item> list(ItemListing listing, int limit) {
    return CatalogOutages.flux(
            items.find(matching(listing)).sort(ascending(ItemFields.ID)).limit(limit))
        .map(ItemDocuments::read);
  }

  @Override
  public Mono<Boolean> add(Item item) {
    var document = ItemDocuments.write(item);
    document.put(ItemFields.ID, item.id());
    document.put(ItemFields.OUTBOX, List.of(ItemDocuments.announcement(item)));
    return CatalogOutages.mono(items.insertOne(document))
        .thenReturn(true)
        .onErrorResume(DuplicateKeys::caused, there -> Mono.just(false));
  }

  @Override
  public Mono<Boolean> replace(Item item) {
    var before = and(eq(ItemFields.ID, item.id()), eq(ItemFields.VERSION, item.version() - 1));
    var changes =
        combine(
            new Document("$set", ItemDocuments.write(item)),
            push(ItemFields.OUTBOX, ItemDocuments.announcement(item)));
    return CatalogOutages.mono(items.updateOne(before, changes))
        .map(result -> result.getMatchedCount() == 1);
  }

  private static Bson matching(ItemListing listing) {
    var conditions = new ArrayList<Bson>();
    conditions.add(or(eq(ItemFields.OWNER, listing.subject()), eq(ItemFields.OPEN, true)));
    conditions.add(eq(ItemFields.DELETED, false));
    if (listing.kind() != null) {
      conditions.add(eq(ItemFields.KIND, listing.kind()));
    }
    if (listing.after() != null) {
      conditions.add(gt(ItemFields.ID, listing.after()));
    }
    return and(conditions);
  }
}
