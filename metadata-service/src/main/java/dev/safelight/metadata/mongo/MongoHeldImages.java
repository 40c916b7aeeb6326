package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.ImageStatus;
import dev.safelight.metadata.moderation.HeldImages;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

@Component
class MongoHeldImages implements HeldImages {

  private final MongoCollection<Document> images;

  MongoHeldImages(MongoCollection<Document> images) {
    this.images = images;
  }

  @Override
  public Flux<ImageRecord> list(@Nullable UUID after, int limit) {
    var waiting =
        and(
            eq(Fields.ON_HOLD, true),
            eq(Fields.DECIDED_AT, null),
            eq(Fields.RANK, ImageStatus.READY.rank()),
            exists(Fields.DELETION, false),
            after == null ? Filters.empty() : gt(Fields.ID, after.toString()));
    return CatalogOutages.flux(images.find(waiting).sort(ascending(Fields.ID)).limit(limit))
        .mapNotNull(image -> ImageDocuments.read(image).orElse(null));
  }
}
