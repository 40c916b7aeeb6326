package dev.safelight.standalone.stores;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What the stores process is told, by environment variables; a server without a port is not
 * started.
 *
 * @param home {@code STORES_HOME}: the state folder, which holds the secrets too
 * @param kafkaPort {@code STORES_KAFKA_PORT}: where clients find the broker
 * @param controllerPort {@code STORES_CONTROLLER_PORT}: where the broker finds its controller
 * @param s3Port {@code STORES_S3_PORT}
 * @param mongodbPort {@code STORES_MONGODB_PORT}
 * @param origins {@code STORES_ORIGINS}: whose pages may send files to the S3 server, by commas
 */
record StoresSettings(
    Path home,
    OptionalInt kafkaPort,
    OptionalInt controllerPort,
    OptionalInt s3Port,
    OptionalInt mongodbPort,
    List<String> origins) {

  static StoresSettings from(Map<String, String> environment) {
    var home = environment.get("STORES_HOME");
    if (home == null) {
      throw new IllegalArgumentException("STORES_HOME is not set");
    }
    return new StoresSettings(
        Path.of(home),
        port(environment, "STORES_KAFKA_PORT"),
        port(environment, "STORES_CONTROLLER_PORT"),
        port(environment, "STORES_S3_PORT"),
        port(environment, "STORES_MONGODB_PORT"),
        origins(environment.getOrDefault("STORES_ORIGINS", "")));
  }

  private static List<String> origins(String value) {
    return Stream.of(value.split(",")).map(String::strip).filter(one -> !one.isEmpty()).toList();
  }

  private static OptionalInt port(Map<String, String> environment, String name) {
    var value = environment.get(name);
    return value == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
  }
}
