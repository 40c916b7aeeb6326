package dev.safelight.standalone.stack;

import dev.safelight.standalone.state.StartRefusedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person can decide about a stack on one machine, read from environment variables.
 *
 * @param home {@code SAFELIGHT_HOME}: the folder of all state, default {@code .safelight} here
 * @param ports {@code SAFELIGHT_PORT}: the first of the block of ports, default 8080
 * @param startLimit {@code SAFELIGHT_START_SECONDS}: how long the start may take, default 180
 * @param allowedOrigins {@code SAFELIGHT_ALLOWED_ORIGINS}: other origins whose pages may call the
 *     API and send files to presigned addresses, by commas
 * @param catalog {@code SAFELIGHT_CATALOG}: the database of the catalog, if it is another than
 *     usual, such as one that was rebuilt
 * @param outside servers that somebody else runs, instead of ours
 */
public record Settings(
    Path home,
    Ports ports,
    Duration startLimit,
    List<String> allowedOrigins,
    @Nullable String catalog,
    Outside outside) {

  /** Copies the list. */
  public Settings {
    allowedOrigins = List.copyOf(allowedOrigins);
  }

  /**
   * Servers that somebody else runs; what is null is started here.
   *
   * @param kafka {@code KAFKA_BOOTSTRAP_SERVERS}: host:port, several by comma
   * @param mongodb {@code MONGODB_URI}: connection string with the database
   * @param s3 {@code S3_ENDPOINT} and its keys
   * @param clamd {@code CLAMD_HOST} and {@code CLAMD_PORT}
   * @param oidcIssuer {@code OIDC_ISSUER}: issuer address of the OpenID provider
   */
  public record Outside(
      @Nullable String kafka,
      @Nullable String mongodb,
      @Nullable S3 s3,
      @Nullable Clamd clamd,
      @Nullable String oidcIssuer) {}

  /**
   * An S3 server that somebody else runs.
   *
   * @param endpoint {@code S3_ENDPOINT}: its address
   * @param accessKey {@code S3_ACCESS_KEY}: used by all services
   * @param secretKey {@code S3_SECRET_KEY}: used by all services
   * @param publicEndpoint {@code S3_PUBLIC_ENDPOINT}: its address for clients outside, if another
   */
  public record S3(
      String endpoint, String accessKey, String secretKey, @Nullable String publicEndpoint) {}

  /**
   * A clamd that somebody else runs.
   *
   * @param host {@code CLAMD_HOST}
   * @param port {@code CLAMD_PORT}, default 3310
   */
  public record Clamd(String host, int port) {}

  /** Reads them, and refuses what cannot be right. */
  public static Settings from(Map<String, String> environment) {
    var source = new Variables(environment);
    return new Settings(
        Path.of(source.text("SAFELIGHT_HOME", ".safelight")).toAbsolutePath().normalize(),
        new Ports(source.number("SAFELIGHT_PORT", 8080)),
        Duration.ofSeconds(source.number("SAFELIGHT_START_SECONDS", 180)),
        source.list("SAFELIGHT_ALLOWED_ORIGINS"),
        source.text("SAFELIGHT_CATALOG"),
        new Outside(
            source.text("KAFKA_BOOTSTRAP_SERVERS"),
            source.text("MONGODB_URI"),
            s3(source),
            clamd(source),
            source.text("OIDC_ISSUER")));
  }

  private static @Nullable S3 s3(Variables source) {
    var endpoint = source.text("S3_ENDPOINT");
    return endpoint == null
        ? null
        : new S3(
            endpoint,
            source.required("S3_ACCESS_KEY", "S3_ENDPOINT"),
            source.required("S3_SECRET_KEY", "S3_ENDPOINT"),
            source.text("S3_PUBLIC_ENDPOINT"));
  }

  private static @Nullable Clamd clamd(Variables source) {
    var host = source.text("CLAMD_HOST");
    return host == null ? null : new Clamd(host, source.number("CLAMD_PORT", 3310));
  }

  private record Variables(Map<String, String> environment) {

    @Nullable String text(String name) {
      var value = environment.get(name);
      return value == null || value.isBlank() ? null : value.strip();
    }

    String text(String name, String otherwise) {
      var value = text(name);
      return value == null ? otherwise : value;
    }

    List<String> list(String name) {
      return Stream.of(text(name, "").split(","))
          .map(String::strip)
          .filter(one -> !one.isEmpty())
          .toList();
    }

    String required(String name, String because) {
      var value = text(name);
      if (value == null) {
        throw new StartRefusedException(because + " is set, so " + name + " must be too.");
      }
      return value;
    }

    int number(String name, int otherwise) {
      var value = text(name);
      try {
        return value == null ? otherwise : Integer.parseInt(value);
      } catch (NumberFormatException e) {
        throw new StartRefusedException(name + "=" + value + " is not a number.");
      }
    }
  }
}
