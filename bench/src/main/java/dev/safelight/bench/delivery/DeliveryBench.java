package dev.safelight.bench.delivery;

import dev.safelight.bench.Quantiles;
import dev.safelight.bench.engine.MemoryWatch;
import dev.safelight.bench.engine.ProcessTree;
import dev.safelight.bench.engine.Table;
import dev.safelight.bench.ingest.Garbage;
import dev.safelight.bench.service.Jvm;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;

/**
 * Measures how fast a public picture is read, streamed and by redirect, next to bare GETs of the
 * same object from the same store by the same client; then many readers at once in a small heap.
 * Prints Markdown.
 */
final class DeliveryBench {

  private static final int HEAP = 512;
  private static final int CROWD = 1000;

  private final Sample sample = new Sample(60_000);
  private final int rounds = number("BENCH_ROUNDS", 7);
  private final int reads = number("BENCH_READS", 4000);
  private final int warmup = number("BENCH_WARMUP", 40_000);
  private final int parallel = number("BENCH_PARALLEL", 16);

  static void main() throws Exception {
    var home = Path.of(setting("BENCH_FOLDER", "bench/target/delivery")).toAbsolutePath();
    var state = Files.createTempDirectory(Files.createDirectories(home), "state-");
    var jvm = new Jvm(Path.of("standalone/target/safelight/lib"), home.resolve("log"));
    try (var running = DeliveryAlone.start(jvm, state, HEAP);
        var threads = Executors.newCachedThreadPool();
        var client =
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .executor(threads)
                .build()) {
      var report = new DeliveryBench().measure(running, client);
      Files.writeString(home.resolve("report.md"), report);
      System.out.println(report);
    }
  }

  private String measure(DeliveryAlone running, HttpClient client) throws Exception {
    sample.store(running.parts().store());
    sample.announce(running.parts().kafka());
    var readers = new Readers(client, sample.size());
    var streamed = running.streaming().address().resolve(sample.path());
    awaitPicture(readers, streamed);
    var doors = new LinkedHashMap<String, URI>();
    doors.put("bare GET", sample.bare(running.parts().store()));
    doors.put("streamed", streamed);
    doors.put("redirected", running.redirecting().address().resolve(sample.path()));
    doors.values().forEach(address -> readers.read(address, warmup, parallel));
    return speeds(doors, readers) + "\n" + crowd(running, readers, streamed);
  }

  private static void awaitPicture(Readers readers, URI address) throws InterruptedException {
    for (int i = 0; readers.read(address, 1, 1).errors() > 0; i++) {
      if (i > 300) {
        throw new IllegalStateException("The picture does not appear");
      }
      Thread.sleep(100);
    }
  }

  /** The doors take turns, so that whatever else the machine does meets them all. */
  private String speeds(Map<String, URI> doors, Readers readers) {
    var results = new LinkedHashMap<String, List<Readers.Result>>();
    for (int round = 0; round < rounds; round++) {
      doors.forEach(
          (name, address) ->
              results
                  .computeIfAbsent(name, door -> new ArrayList<>())
                  .add(readers.read(address, reads, parallel)));
    }
    var table = new Table("door", "at a time", "GET/s", "MB/s", "× bare GET", "errors");
    var bare = perSecond(results.values().iterator().next());
    results.forEach(
        (name, all) ->
            table.row(
                name,
                parallel,
                perSecond(all),
                perSecond(all) * sample.size() / 1e6,
                perSecond(all) / bare,
                all.stream().mapToInt(Readers.Result::errors).sum()));
    return table.toString();
  }

  private String crowd(DeliveryAlone running, Readers readers, URI address) throws Exception {
    var service = running.streaming().process();
    var logged = Garbage.collect(service, running.streaming().collectorLog());
    try (var memory = new MemoryWatch(new ProcessTree(service))) {
      var result = readers.read(address, reads * 5, CROWD);
      Garbage.collect(service, running.streaming().collectorLog());
      var garbage = Garbage.since(logged, running.streaming().collectorLog());
      var table =
          new Table(
              "readers", "GET/s", "errors", "heap peak / live MB", "allocated kB/GET", "RSS MB");
      table.row(
          CROWD,
          result.perSecond(),
          result.errors(),
          garbage.peak() + " / " + garbage.live(),
          garbage.allocated() * 1000.0 / (reads * 5),
          memory.highest() / 1_000_000);
      return table.toString();
    }
  }

  private static double perSecond(List<Readers.Result> results) {
    return Quantiles.of(results.stream().map(Readers.Result::perSecond).toList(), 0.5);
  }

  private static int number(String name, int otherwise) {
    return Integer.parseInt(setting(name, String.valueOf(otherwise)));
  }

  private static String setting(String name, String otherwise) {
    return Objects.requireNonNullElse(System.getenv(name), otherwise);
  }
}
