package dev.safelight.metadata.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.audit.AuditTrail;
import dev.safelight.metadata.person.Traces;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What an account did to others' images, as an administrator. */
@Component
class MongoImageTraces implements Traces {

  private final MongoCollection<Document> images;

  MongoImageTraces(MongoCollection<Document> images) {
    this.images = images;
  }

  @Override
  public Mono<Void> forget(String account, Instant until) {
    return forget(Fields.DELETION, account, until)
        .then(Mono.defer(() -> forget(Fields.DECISION, account, until)));
  }

  private Mono<Void> forget(String deed, String account, Instant until) {
    var by = deed + ".by";
    var theirs = and(eq(by, account), lte(deed + ".at", Date.from(until)));
    return CatalogOutages.mono(images.updateMany(theirs, set(by, AuditTrail.ERASED))).then();
  }
}
