package dev.safelight.standalone.stack;

import dev.safelight.standalone.stack.Ports.Port;
import dev.safelight.standalone.stack.Settings.Clamd;
import org.jspecify.annotations.Nullable;

/**
 * Where the services find what they need, ours or somebody else's.
 *
 * @param kafka bootstrap servers
 * @param mongodb connection string
 * @param s3 endpoint
 * @param clamd host and port
 * @param issuer of the tokens
 */
record Addresses(String kafka, String mongodb, String s3, Clamd clamd, String issuer) {

  static Addresses of(Settings settings) {
    var ports = settings.ports();
    var outside = settings.outside();
    var s3 = outside.s3();
    return new Addresses(
        or(outside.kafka(), "127.0.0.1:" + ports.of(Port.KAFKA)),
        or(outside.mongodb(), "mongodb://127.0.0.1:" + ports.of(Port.MONGODB) + "/safelight"),
        s3 == null ? "http://127.0.0.1:" + ports.of(Port.S3) : s3.endpoint(),
        or(outside.clamd(), new Clamd("127.0.0.1", ports.of(Port.CLAMD))),
        or(outside.oidcIssuer(), "http://127.0.0.1:" + ports.of(Port.SIGN_IN)));
  }

  /** The connection string of a database of this name, on the same server. */
  String mongodb(String database) {
    return mongodb.replaceFirst("^([^:]+://[^/?]+)(/[^?]*)?", "$1/" + database);
  }

  private static <T> T or(@Nullable T outside, T ours) {
    return outside == null ? ours : outside;
  }
}
