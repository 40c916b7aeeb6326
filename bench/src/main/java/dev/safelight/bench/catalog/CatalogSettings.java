package dev.safelight.bench.catalog;

import java.nio.file.Path;

/**
 * What is measured.
 *
 * @param lib folder of the stack's jars
 * @param folder where the databases keep their files meanwhile, and the report goes
 * @param uri of a MongoDB to measure; empty for the {@code mongod} on the path
 * @param mongodRecords records of that one
 * @param embeddedRecords records of the server that the stack brings
 * @param rounds how often each question is asked
 * @param parallel events that the projection handles at a time
 */
record CatalogSettings(
    Path lib,
    Path folder,
    String uri,
    int mongodRecords,
    int embeddedRecords,
    int rounds,
    int parallel) {

  static CatalogSettings fromEnvironment() {
    return new CatalogSettings(
        Path.of(setting("BENCH_LIB", "standalone/target/safelight/lib")),
        Path.of(setting("BENCH_FOLDER", "bench/target/catalog")),
        setting("BENCH_MONGODB_URI", ""),
        number("BENCH_RECORDS", "1000000"),
        number("BENCH_EMBEDDED_RECORDS", "20000"),
        number("BENCH_ROUNDS", "100"),
        number("BENCH_PARALLEL", "16"));
  }

  private static int number(String name, String otherwise) {
    return Integer.parseInt(setting(name, otherwise));
  }

  private static String setting(String name, String otherwise) {
    return System.getenv().getOrDefault(name, otherwise);
  }
}
