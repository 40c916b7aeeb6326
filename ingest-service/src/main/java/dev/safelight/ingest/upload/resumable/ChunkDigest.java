package dev.safelight.ingest.upload.resumable;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * What the sender of a part says its digest is.
 *
 * @param algorithm its name in the JDK
 * @param value it, in lower-case hexadecimal
 */
public record ChunkDigest(String algorithm, String value) {

  /** Names in the protocol, and in the JDK. */
  private static final Map<String, String> ALGORITHMS =
      Map.of("sha256", "SHA-256", "sha1", "SHA-1", "md5", "MD5");

  /** Names in the protocol of those that are known, best first. */
  public static final String NAMES = "sha256,sha1,md5";

  /** A digest by the protocol's name of its algorithm; empty if that is not known. */
  public static Optional<ChunkDigest> of(String name, byte[] value) {
    return Optional.ofNullable(ALGORITHMS.get(name))
        .map(known -> new ChunkDigest(known, HexFormat.of().formatHex(value)));
  }

  MessageDigest begin() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has " + algorithm, e);
    }
  }
}
