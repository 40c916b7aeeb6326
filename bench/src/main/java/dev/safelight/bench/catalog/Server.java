package dev.safelight.bench.catalog;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a server can tell of its work; the embedded one tells nothing. */
final class Server {

  private static final Document EVERYTHING = new Document("profile", 2);
  private static final Document NOTHING = new Document("profile", 0);

  private final MongoDatabase database;

  Server(MongoDatabase database) {
    this.database = database;
  }

  /** Index entries and documents that were looked at by what is done meanwhile. */
  Optional<String> examined(Runnable work) {
    try {
      Mono.from(database.runCommand(NOTHING)).block();
      Mono.from(database.getCollection("system.profile").drop()).block();
      Mono.from(database.runCommand(EVERYTHING)).block();
      work.run();
      Mono.from(database.runCommand(NOTHING)).block();
      return Optional.of(sum("keysExamined") + " / " + sum("docsExamined"));
    } catch (MongoException e) {
      work.run();
      return Optional.empty();
    }
  }

  /** Megabytes of each index of the images; empty where the server does not say. */
  Map<String, Double> indexes() {
    try {
      var stats = Mono.from(database.runCommand(new Document("collStats", "images"))).block();
      var sizes = new TreeMap<String, Double>();
      if (stats != null) {
        stats
            .get("indexSizes", new Document())
            .forEach((name, bytes) -> sizes.put(name, ((Number) bytes).doubleValue() / 1e6));
      }
      return sizes;
    } catch (MongoException e) {
      return Map.of();
    }
  }

  private long sum(String field) {
    var found =
        Flux.from(
                database
                    .getCollection("system.profile")
                    .find(new Document("ns", database.getName() + ".images")))
            .map(entry -> ((Number) entry.getOrDefault(field, 0)).longValue())
            .reduce(0L, Long::sum)
            .block();
    return found == null ? 0 : found;
  }
}
