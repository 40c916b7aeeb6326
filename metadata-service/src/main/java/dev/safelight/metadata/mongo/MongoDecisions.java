package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.moderation.Decisions;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the decision in an image's document; nothing more is told once its purge has begun. */
@Component
class MongoDecisions implements Decisions {

  private final MongoCollection<Document> images;

  MongoDecisions(MongoCollection<Document> images) {
    this.images = images;
  }

  @Override
  public Mono<ImageChange.Moderated> latest(UUID imageId) {
    var decided =
        and(
            eq(Fields.ID, imageId.toString()),
            exists(Fields.DECISION_EVENT),
            exists(Fields.PURGE, false));
    return CatalogOutages.mono(images.find(decided).projection(include(Fields.DECISION)).first())
        .map(image -> DecisionFields.read(imageId, image.get(Fields.DECISION, Document.class)));
  }
}
