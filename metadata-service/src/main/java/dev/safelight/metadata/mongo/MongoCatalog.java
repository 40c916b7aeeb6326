package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.catalog.Catalog;
import dev.safelight.metadata.catalog.DeletedImage;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Listing;
import java.util.ArrayList;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class MongoCatalog implements Catalog {

  private final MongoCollection<Document> images;

  MongoCatalog(MongoCollection<Document> images) {
    this.images = images;
  }

  @Override
  public Mono<ImageRecord> find(UUID id) {
    return CatalogOutages.mono(images.find(eq(Fields.ID, id.toString())).first())
        .mapNotNull(image -> ImageDocuments.read(image).orElse(null));
  }

  @Override
  public Flux<ImageRecord> list(Listing listing, int limit) {
    return CatalogOutages.flux(
            images.find(matching(listing)).sort(descending(Fields.ID)).limit(limit))
        .mapNotNull(image -> ImageDocuments.read(image).orElse(null));
  }

  /** A document that is deleted already does not match, so nothing is announced twice. */
  @Override
  public Mono<Boolean> delete(DeletedImage announcement) {
    var there =
        and(
            eq(Fields.ID, announcement.imageId().toString()),
            exists(Fields.UPLOAD),
            exists(Fields.DELETION, false));
    var deletion = announcement.deletion();
    var changes =
        combine(
            set(Fields.DELETION, DeletionFields.write(deletion)),
            push(Fields.OUTBOX, DeletionFields.writeAnnouncement(announcement)),
            inc(Fields.VERSION, 1L),
            max(Fields.UPDATED_AT, deletion.at()));
    return CatalogOutages.mono(images.updateOne(there, changes))
        .map(result -> result.getModifiedCount() == 1);
  }

  private static Bson matching(Listing listing) {
    var conditions = new ArrayList<Bson>();
    conditions.add(eq(Fields.OWNER, listing.owner()));
    conditions.add(exists(Fields.DELETION, false));
    if (listing.before() != null) {
      conditions.add(lt(Fields.ID, listing.before().toString()));
    }
    if (listing.status() != null) {
      conditions.add(eq(Fields.RANK, listing.status().rank()));
    }
    if (listing.itemId() != null) {
      conditions.add(eq(Fields.ITEM, listing.itemId()));
    }
    return and(conditions);
  }
}
