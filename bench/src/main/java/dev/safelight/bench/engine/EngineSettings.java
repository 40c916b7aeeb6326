package dev.safelight.bench.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is measured, and how.
 *
 * @param photos folder of photos; drawn ones without it
 * @param folder where the bench keeps what it makes
 * @param lib folder of the stack's jars
 * @param rule how long and how often
 * @param parts what is measured, in this order
 * @param peers regular expression of the names of those who take part
 */
record EngineSettings(
    Optional<Path> photos,
    Path folder,
    Path lib,
    Contest.Rule rule,
    List<String> parts,
    String peers) {

  private static final Path PHOTOS = Path.of("..", "shared", "photos");

  static EngineSettings fromEnvironment() {
    var named = Optional.ofNullable(System.getenv("SAFELIGHT_PHOTOS")).map(Path::of);
    return new EngineSettings(
        named.or(() -> Optional.of(PHOTOS).filter(Files::isDirectory)),
        Path.of(setting("BENCH_FOLDER", "bench/target/engine")).toAbsolutePath(),
        Path.of("standalone", "target", "safelight", "lib").toAbsolutePath(),
        new Contest.Rule(
            number("BENCH_ROUNDS", 3), number("BENCH_SECONDS", 30), number("BENCH_WARM_UP", 30)),
        List.of(setting("BENCH_PARTS", "marked,standard,service,quality,avif").split(",", -1)),
        setting("BENCH_PEERS", ".*"));
  }

  private static int number(String name, int otherwise) {
    return Integer.parseInt(setting(name, String.valueOf(otherwise)));
  }

  private static String setting(String name, String otherwise) {
    return System.getenv().getOrDefault(name, otherwise);
  }
}
