package dev.safelight.ingest.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.ingest.upload.RateLimit;
import dev.safelight.ingest.upload.RateScope;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Which bucket: a changed limit begins a new one. */
record BucketKey(RateScope scope, RateLimit limit, String subject) {

  /** Its name in the database, from which nobody reads whose it is. */
  String text() {
    return "%s %d/%s %s"
        .formatted(scope.externalName(), limit.limit(), limit.window(), digest(subject));
  }

  private static String digest(String subject) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(subject.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
