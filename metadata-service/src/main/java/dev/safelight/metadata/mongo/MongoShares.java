package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.person.Shares;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

@Component
class MongoShares implements Shares {

  private static final String SHARED_WITH = Fields.DETAILS + ".sharedWith";

  private final MongoCollection<Document> images;

  MongoShares(MongoCollection<Document> images) {
    this.images = images;
  }

  @Override
  public Flux<UUID> with(String account) {
    return CatalogOutages.flux(images.find(eq(SHARED_WITH, account)).projection(include(Fields.ID)))
        .map(image -> UUID.fromString(image.getString(Fields.ID)));
  }
}
