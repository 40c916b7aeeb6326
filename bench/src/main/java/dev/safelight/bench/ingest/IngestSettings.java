package dev.safelight.bench.ingest;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What is measured.
 *
 * @param lib folder of the stack's jars
 * @param folder where the stores keep their files meanwhile, and the report goes
 * @param kilobytes sizes of images, in thousands of bytes
 * @param parallel uploads at a time
 * @param rounds rounds of each door; fewer where one moves very much
 * @param heap megabytes of ingest's heap
 */
record IngestSettings(
    Path lib, Path folder, List<Integer> kilobytes, List<Integer> parallel, int rounds, int heap) {

  static IngestSettings fromEnvironment() {
    return new IngestSettings(
        Path.of(setting("BENCH_LIB", "standalone/target/safelight/lib")),
        Path.of(setting("BENCH_FOLDER", "bench/target/ingest")),
        numbers("BENCH_KILOBYTES", "100,3000,10000"),
        numbers("BENCH_PARALLEL", "1,16,200"),
        Integer.parseInt(setting("BENCH_ROUNDS", "3")),
        Integer.parseInt(setting("BENCH_HEAP", "256")));
  }

  private static List<Integer> numbers(String name, String otherwise) {
    return Arrays.stream(setting(name, otherwise).split(",", -1))
        .map(String::strip)
        .map(Integer::valueOf)
        .toList();
  }

  private static String setting(String name, String otherwise) {
    return System.getenv().getOrDefault(name, otherwise);
  }
}
