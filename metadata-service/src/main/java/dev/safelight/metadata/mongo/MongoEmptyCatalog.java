package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.database.DuplicateKeys;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.rebuild.EmptyCatalog;
import dev.safelight.metadata.removal.Removed;
import dev.safelight.metadata.removal.Tombstone;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes documents anew. Lazy: the service itself has no need of it. */
@Lazy
@Component
class MongoEmptyCatalog implements EmptyCatalog {

  private static final int BATCH = 500;

  private final MongoCollection<Document> images;
  private final MongoCollection<Document> items;

  MongoEmptyCatalog(MongoCollection<Document> images, MongoCollection<Document> items) {
    this.images = images;
    this.items = items;
  }

  @Override
  public Mono<Boolean> isEmpty() {
    return CatalogOutages.mono(images.find().first())
        .switchIfEmpty(CatalogOutages.mono(items.find().first()))
        .hasElement()
        .map(there -> !there);
  }

  @Override
  public Mono<Void> apply(ImageChange change) {
    return change instanceof ImageChange.Purged purged ? bury(purged) : note(change);
  }

  /** Whatever else is still told of it. */
  private Mono<Void> bury(ImageChange.Purged purged) {
    var cause = purged.cause();
    var tombstone = new Tombstone(cause.imageId(), cause.at(), Removed.NOTHING);
    return CatalogOutages.mono(
            images.replaceOne(
                eq(Fields.ID, cause.imageId().toString()),
                Tombstones.write(tombstone, null),
                new ReplaceOptions().upsert(true)))
        .then();
  }

  private Mono<Void> note(ImageChange change) {
    var id = eq(Fields.ID, change.cause().imageId().toString());
    var told = and(id, exists(Fields.UPLOAD));
    return MongoCatalog.sought(images, change)
        .map(sought -> combine(MongoCatalog.effect(change), sought, noted(change)))
        .flatMap(
            changes ->
                CatalogOutages.mono(
                    images.updateOne(and(told, RebuiltFields.isNews(change)), changes)))
        .then(CatalogOutages.mono(images.updateOne(told, counted(change))))
        .then();
  }

  private static Bson noted(ImageChange change) {
    var rank = set(RebuiltFields.latest(change), change.cause().revision());
    return change.cause().revision() == 0 ? combine(rank, inc(RebuiltFields.UNCOUNTED, 1L)) : rank;
  }

  /** Also of what was overtaken: it was a change, too. */
  private static Bson counted(ImageChange change) {
    return combine(
        max(RebuiltFields.REVISION, change.cause().revision()),
        max(Fields.UPDATED_AT, change.cause().at()),
        currentDate(Fields.STORED_AT),
        set(Fields.OUTBOX, List.of()));
  }

  @Override
  public Mono<Void> apply(Item item) {
    var document = ItemDocuments.write(item).append(ItemFields.OUTBOX, List.of());
    var older = and(eq(ItemFields.ID, item.id()), lt(ItemFields.VERSION, item.version()));
    return CatalogOutages.mono(
            items.updateOne(
                older, new Document("$set", document), new UpdateOptions().upsert(true)))
        .then()
        .onErrorResume(DuplicateKeys::caused, newer -> Mono.empty());
  }

  @Override
  public Mono<Void> finish(long lift) {
    return lifted(items, new Document(), ItemFields.VERSION, lift)
        .then(lifted(images, exists(RebuiltFields.REBUILT, false), Fields.VERSION, lift))
        .then(Mono.defer(() -> settleChanged(lift)));
  }

  private static Mono<Void> lifted(
      MongoCollection<Document> all, Bson which, String version, long lift) {
    return CatalogOutages.mono(all.updateMany(which, inc(version, lift))).then();
  }

  private Mono<Void> settleChanged(long lift) {
    return CatalogOutages.flux(
            images
                .find(exists(RebuiltFields.REBUILT))
                .projection(Projections.include(RebuiltFields.REBUILT))
                .batchSize(BATCH))
        .map(image -> settling(image, lift))
        .buffer(BATCH)
        .concatMap(batch -> CatalogOutages.mono(images.bulkWrite(batch)))
        .then();
  }

  private static WriteModel<Document> settling(Document image, long lift) {
    var rebuilt = image.get(RebuiltFields.REBUILT, Document.class);
    long revision = rebuilt.get("revision", 0L);
    long changes = revision + rebuilt.get("uncounted", 0L);
    var settled = combine(inc(Fields.VERSION, changes + lift), unset(RebuiltFields.REBUILT));
    return new UpdateOneModel<>(
        eq(Fields.ID, image.getString(Fields.ID)),
        revision == 0 ? settled : combine(settled, set(Fields.REVISION, revision)));
  }
}
