package dev.safelight.bench.ingest;

import dev.safelight.bench.service.Issuer;
import dev.safelight.bench.service.Jvm;
import dev.safelight.bench.service.Parts;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * Measures uploads through ingest, straight and through the gateway, next to bare PUTs of the same
 * bytes to the same store. Prints Markdown. {@link IngestSettings} has what can be set.
 */
final class IngestBench {

  private static final int WARM_UPS = 200;

  private IngestBench() {}

  static void main() throws Exception {
    var settings = IngestSettings.fromEnvironment();
    var home = Files.createDirectories(settings.folder()).toAbsolutePath();
    var state = Files.createTempDirectory(home, "state-");
    var jvm = new Jvm(settings.lib(), home.resolve("log"));
    try (var issuer = new Issuer();
        var running = IngestAlone.start(jvm, state, issuer.url(), settings.heap());
        var bare =
            new BareStore(
                running.parts().store(), Parts.KEY, Collections.max(settings.parallel()));
        var threads = Executors.newCachedThreadPool();
        var http =
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(threads)
                .build()) {
      var token = issuer.token("bench");
      var doors =
          List.of(
              bare,
              new HttpDoor("ingest", http, running.ingest().address(), token),
              new HttpDoor("gateway", http, running.gateway().address(), token));
      warmUp(doors, bare);
      var stage = new Cell.Stage(running, bare, doors);
      System.out.println(measure(settings, stage, home.resolve("report.md")));
    }
  }

  private static void warmUp(List<Door> doors, BareStore bare) throws Exception {
    for (var door : doors) {
      Round.of(door, new NoiseImage(100_000), WARM_UPS, 8);
      Round.of(door, new NoiseImage(3_000_000), WARM_UPS / 10, 4);
    }
    bare.empty();
  }

  /** What was measured stays in the file if the rest is not waited for. */
  private static Report measure(IngestSettings settings, Cell.Stage stage, Path file)
      throws Exception {
    var report = new Report();
    for (int kilobytes : settings.kilobytes()) {
      var image = new NoiseImage(kilobytes * 1000);
      for (int parallel : settings.parallel()) {
        var cell = new Cell(image, parallel, settings.rounds());
        report.add(cell, cell.measure(stage));
        Files.writeString(file, report.toString());
        System.err.printf("%d kB, %d at a time: done%n", kilobytes, parallel);
      }
    }
    return report;
  }
}
