package dev.safelight.processor.process;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Brings an original into memory, if it is exactly what the scanner judged. */
public class OriginalReader {

  private final Originals originals;
  private final long maxBytes;

  /**
   * Reads from quarantine.
   *
   * @param maxBytes largest original that may be held in memory
   */
  public OriginalReader(Originals originals, long maxBytes) {
    this.originals = originals;
    this.maxBytes = maxBytes;
  }

  /**
   * Reads all of an original; its memory is reserved before and never grows.
   *
   * @throws BadImageException if size or digest differ from what was scanned
   * @throws OriginalTooLargeException if it may not be held in memory
   * @throws OriginalUnreachableException if reading broke off
   */
  byte[] read(ClearedImage image) {
    if (image.sizeBytes() < 0 || image.sizeBytes() > maxBytes) {
      throw new OriginalTooLargeException(image.sizeBytes(), maxBytes);
    }
    var content = new byte[(int) image.sizeBytes()];
    if (!fills(content, image) || !sha256(content).equals(image.sha256())) {
      throw new BadImageException(
          RejectionReason.CONTENT_MISMATCH,
          "The stored image is not the one that was scanned; please upload it again");
    }
    return content;
  }

  private boolean fills(byte[] content, ClearedImage image) {
    try (var in = originals.open(image.objectKey())) {
      return in.readNBytes(content, 0, content.length) == content.length && in.read() < 0;
    } catch (IOException e) {
      throw new OriginalUnreachableException(e);
    }
  }

  /** SHA-256 in lower-case hexadecimal digits. */
  static String sha256(byte[] content) {
    return digest("SHA-256", content);
  }

  /** MD5 in lower-case hexadecimal digits: for telling what is stored, never for trusting it. */
  static String md5(byte[] content) {
    return digest("MD5", content);
  }

  private static String digest(String algorithm, byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has " + algorithm, e);
    }
  }
}
