package dev.safelight.ingest.mongo.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.pull;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.safelight.database.DuplicateKeys;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The collection {@code digests}: which images of an owner have the same bytes. */
@Component
class Digests {

  static final String COLLECTION = "digests";

  private static final String IMAGES = "images";

  /** The earliest that are remembered; who has more copies than that knows. */
  private static final int MOST = 100;

  private final MongoCollection<Document> documents;

  Digests(MongoDatabase database) {
    this.documents = database.getCollection(COLLECTION);
  }

  /** The images with these bytes, some of which may be gone. */
  Mono<List<UUID>> find(String owner, String sha256) {
    return LedgerOutages.mono(documents.find(eq(EntryDocuments.ID, key(owner, sha256))).first())
        .map(found -> found.getList(IMAGES, String.class).stream().map(UUID::fromString).toList());
  }

  /** One that is full does not match, and inserting a second one fails. */
  Mono<Void> add(Content content, UUID image) {
    var notFull =
        and(eq(EntryDocuments.ID, key(content)), exists(IMAGES + '.' + (MOST - 1), false));
    return LedgerOutages.mono(
            documents.updateOne(
                notFull, addToSet(IMAGES, image.toString()), new UpdateOptions().upsert(true)))
        .onErrorResume(DuplicateKeys::caused, full -> Mono.empty())
        .then();
  }

  Mono<Void> remove(Content content, UUID image) {
    var id = eq(EntryDocuments.ID, key(content));
    return LedgerOutages.mono(documents.updateOne(id, pull(IMAGES, image.toString())))
        .then(LedgerOutages.mono(documents.deleteOne(and(id, eq(IMAGES, List.of())))))
        .then();
  }

  private static String key(Content content) {
    return key(content.owner(), content.sha256());
  }

  private static String key(String owner, String sha256) {
    return sha256 + ' ' + owner;
  }
}
