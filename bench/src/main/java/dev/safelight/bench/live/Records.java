package dev.safelight.bench.live;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.safelight.metadata.catalog.ImageStatus;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** The catalog's documents, changed behind its back: nobody is told by an event. */
final class Records implements AutoCloseable {

  private final MongoClient client;

  Records(String uri) {
    client = MongoClients.create(uri);
  }

  long count() {
    return block(images().countDocuments());
  }

  /** Makes all images cleared but those of an account. */
  void clearAllBut(String owner) {
    var cleared =
        combine(
            set("rank", ImageStatus.CLEARED.rank()), inc("version", 1L), currentDate("storedAt"));
    block(images().updateMany(Filters.ne("upload.owner", owner), cleared));
  }

  private MongoCollection<Document> images() {
    return client.getDatabase("safelight").getCollection("images");
  }

  private static <T> T block(Publisher<T> work) {
    return Mono.from(work).blockOptional().orElseThrow();
  }

  @Override
  public void close() {
    client.close();
  }
}
