package dev.safelight.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is measured, and how.
 *
 * @param url origin of the stack
 * @param token bearer token of whoever uploads
 * @param photos folder of photos to upload; drawn ones without it
 * @param count photos of the flood
 * @param parallel uploads at a time
 * @param home state folder of a stack on this machine
 */
record Settings(URI url, String token, Optional<Path> photos, int count, int parallel, Path home) {

  static Settings fromEnvironment() {
    return new Settings(
        URI.create(setting("SAFELIGHT_URL", "http://127.0.0.1:8080")),
        setting("SAFELIGHT_TOKEN", ""),
        Optional.ofNullable(System.getenv("BENCH_PHOTOS")).map(Path::of),
        Integer.parseInt(setting("BENCH_COUNT", "100")),
        Integer.parseInt(setting("BENCH_PARALLEL", "8")),
        Path.of(setting("SAFELIGHT_HOME", ".safelight")));
  }

  private static String setting(String name, String otherwise) {
    return System.getenv().getOrDefault(name, otherwise);
  }
}
