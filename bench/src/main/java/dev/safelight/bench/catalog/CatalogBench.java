package dev.safelight.bench.catalog;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.safelight.bench.Quantiles;
import dev.safelight.bench.engine.Table;
import dev.safelight.database.IndexDeclarer;
import dev.safelight.metadata.MetadataApplication;
import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.catalog.Projection;
import dev.safelight.metadata.search.SearchService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures the catalog, with MongoDB where there is one and with the server that the stack brings.
 * Prints Markdown. {@link CatalogSettings} has what can be set.
 */
final class CatalogBench {

  private final CatalogSettings settings;

  private CatalogBench(CatalogSettings settings) {
    this.settings = settings;
  }

  static void main() throws Exception {
    var settings = CatalogSettings.fromEnvironment();
    var home = Files.createDirectories(settings.folder()).toAbsolutePath();
    var state = Files.createTempDirectory(home, "state-");
    var bench = new CatalogBench(settings);
    var report = bench.real(state) + "\n" + bench.embedded(state);
    Files.writeString(home.resolve("report.md"), report);
    System.out.println(report);
  }

  private String real(Path state) throws Exception {
    var found = Database.real(settings, state);
    if (found.isEmpty()) {
      return "MongoDB: skipped, as BENCH_MONGODB_URI is not set and no mongod is on the path.\n";
    }
    try (var database = found.get()) {
      return measure(database, settings.mongodRecords());
    }
  }

  private String embedded(Path state) throws Exception {
    try (var database = Database.embedded(settings, state)) {
      return measure(database, settings.embeddedRecords());
    }
  }

  private String measure(Database database, int records) {
    try (var service = service(database.uri())) {
      service.getBean(IndexDeclarer.class).declare().block();
      var server = new Server(service.getBean(MongoDatabase.class));
      var seconds =
          new Filling(service.getBean(Projection.class), settings.parallel()).fill(records);
      System.err.printf("%s: filled in %.0f s%n", database.name(), seconds);
      return title(database, records, seconds) + answers(service, server, records) + sizes(server);
    }
  }

  private String title(Database database, int records, double seconds) {
    return "%s, %d records: the projection took %.0f events/s (%d at a time)%n%n"
        .formatted(database.name(), records, 2 * records / seconds, settings.parallel());
  }

  private Table answers(ConfigurableApplicationContext service, Server server, int records) {
    var table = new Table("question", "p50 ms", "p99 ms", "found", "keys / documents examined");
    var questions =
        new Questions(
            service.getBean(CatalogService.class), service.getBean(SearchService.class), records);
    for (var question : questions.all()) {
      Questions.measure(question, settings.rounds() / 5);
      var times = Questions.measure(question, settings.rounds());
      var found = Objects.requireNonNullElse(question.ask().block(), 0);
      var examined = server.examined(() -> question.ask().block()).orElse("not told");
      table.row(
          question.name(), Quantiles.of(times, 0.5), Quantiles.of(times, 0.99), found, examined);
      System.err.printf("%s: done%n", question.name());
    }
    return table;
  }

  private static String sizes(Server server) {
    var table = new Table("index", "MB");
    server.indexes().forEach(table::row);
    return "\n" + table;
  }

  /** The service as it is, with neither Kafka nor a store of pictures. */
  private static ConfigurableApplicationContext service(String uri) {
    return new SpringApplicationBuilder(MetadataApplication.class)
        .run(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--logging.level.root=off",
            "--spring.kafka.bootstrap-servers=127.0.0.1:1",
            "--spring.kafka.listener.auto-startup=false",
            "--spring.mongodb.uri=" + uri,
            "--safelight.database.selection-timeout=5m",
            "--safelight.database.answer-timeout=5m",
            "--safelight.oidc.issuer=http://127.0.0.1:1",
            "--safelight.s3.access-key=none",
            "--safelight.s3.secret-key=none");
  }
}
