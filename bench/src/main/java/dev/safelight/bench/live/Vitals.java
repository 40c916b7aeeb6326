package dev.safelight.bench.live;

import dev.safelight.bench.engine.ProcessTree;
import dev.safelight.bench.ingest.Garbage;
import dev.safelight.bench.service.Parts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a service is.
 *
 * @param heap megabytes in use right after a collection
 * @param resident megabytes
 * @param threads of the JVM, its own included
 */
record Vitals(long heap, double resident, long threads) {

  static Vitals of(Parts.Service service) throws IOException, InterruptedException {
    var logged = Garbage.collect(service.process(), service.collectorLog());
    Garbage.collect(service.process(), service.collectorLog());
    return new Vitals(
        Garbage.since(logged, service.collectorLog()).live(),
        new ProcessTree(service.process()).residentBytes() / 1e6,
        threads(service.process()));
  }

  private static long threads(ProcessHandle process) throws IOException {
    var folder = Path.of("/proc", String.valueOf(process.pid()), "task");
    try (var threads = Files.list(folder)) {
      return threads.count();
    }
  }
}
