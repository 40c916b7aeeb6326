package dev.safelight.scanner.scan;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Counts and digests an original while the engine reads it, so that the verdict and the comparison
 * are about the same bytes.
 */
class MeasuredContent extends FilterInputStream {

  private final MessageDigest sha256 = sha256();
  private final String objectKey;
  private long size;

  MeasuredContent(InputStream original, String objectKey) {
    super(original);
    this.objectKey = objectKey;
  }

  /** Whether what was read so far is exactly what was announced. To be asked once, at the end. */
  boolean isOf(UploadedImage image) {
    return size == image.sizeBytes()
        && HexFormat.of().formatHex(sha256.digest()).equals(image.sha256());
  }

  @Override
  public int read() {
    var single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
  }

  /** A store that fails is told from an engine that fails, which the reader could not do. */
  @Override
  public int read(byte[] buffer, int offset, int length) {
    try {
      int count = in.read(buffer, offset, length);
      if (count > 0) {
        sha256.update(buffer, offset, count);
        size += count;
      }
      return count;
    } catch (IOException e) {
      throw new QuarantineUnavailableException(objectKey, e);
    }
  }

  /** Nothing may be left out of the count. */
  @Override
  public long skip(long count) throws IOException {
    return readNBytes(Math.toIntExact(Math.min(count, 8192))).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
