package dev.safelight.bench.live;

import dev.safelight.bench.service.Parts;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What is measured.
 *
 * @param lib folder of the stack's jars
 * @param folder where the stores keep their files meanwhile, and the report goes
 * @param listeners open streams
 * @param changes how often it is measured how long a change takes
 * @param idle how long nothing happens but heartbeats
 * @param heaps of what is measured
 */
record LiveSettings(Path lib, Path folder, int listeners, int changes, Duration idle, Heaps heaps) {

  /**
   * Megabytes of heap.
   *
   * @param service of the service
   * @param gateway of the gateway that everybody goes through; 0 for no gateway
   */
  record Heaps(int service, int gateway) {

    boolean hasGateway() {
      return gateway > 0;
    }
  }

  static LiveSettings fromEnvironment() {
    return new LiveSettings(
        Path.of(setting("BENCH_LIB", "standalone/target/safelight/lib")),
        Path.of(setting("BENCH_FOLDER", "bench/target/live")),
        number("BENCH_LISTENERS", 10_000),
        number("BENCH_CHANGES", 200),
        Duration.ofSeconds(number("BENCH_SECONDS", 60)),
        heapsFromEnvironment());
  }

  private static Heaps heapsFromEnvironment() {
    var gateway = setting("BENCH_VIA", "").equals("gateway");
    return new Heaps(
        number("BENCH_HEAP", 512), gateway ? number("BENCH_GATEWAY_HEAP", Parts.GATEWAY_HEAP) : 0);
  }

  private static int number(String name, int otherwise) {
    return Integer.parseInt(setting(name, String.valueOf(otherwise)));
  }

  private static String setting(String name, String otherwise) {
    return System.getenv().getOrDefault(name, otherwise);
  }
}
