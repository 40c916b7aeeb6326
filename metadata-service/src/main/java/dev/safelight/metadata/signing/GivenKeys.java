package dev.safelight.metadata.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;

/** Signatures by secrets that an operator gives, where the database is not to hold them. */
public final class GivenKeys {

  private static final int ID_LENGTH = 8;

  /** They count for as long as they are given. */
  private static final SigningSettings FOR_EVER =
      new SigningSettings(Duration.ofDays(36_500), Duration.ofDays(36_500), Duration.ZERO);

  private GivenKeys() {}

  /**
   * Signatures that need no database.
   *
   * @param secrets the first signs; all of them verify, so that one can be replaced by putting the
   *     next before it
   */
  public static HmacSignatures signatures(List<String> secrets, Clock clock) {
    var signatures = new HmacSignatures(FOR_EVER, clock);
    signatures.useOnly(
        IntStream.range(0, secrets.size()).mapToObj(i -> key(secrets.get(i), i)).toList());
    return signatures;
  }

  /** The earlier in the list, the newer. */
  private static SigningKey key(String secret, int place) {
    var bytes = secret.getBytes(UTF_8);
    return new SigningKey(
        id(bytes), new SecretKeySpec(bytes, "HKDF"), Instant.EPOCH.minusSeconds(place));
  }

  /** Tells one secret from the others, and nothing of it. */
  private static String id(byte[] secret) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update("safelight id ".getBytes(UTF_8));
      return HexFormat.of().formatHex(digest.digest(secret)).substring(0, ID_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
