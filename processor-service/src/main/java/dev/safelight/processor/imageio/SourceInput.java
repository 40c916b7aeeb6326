package dev.safelight.processor.imageio;

import dev.safelight.imageheader.ImageType;
import dev.safelight.processor.process.SourceImage;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * An original as readers want it, without copying it. Notes when readers go on beyond its end: that
 * of lossless WebP takes what is missing for zeros, and paints on.
 */
final class SourceInput extends ImageInputStreamImpl {

  /** Readers that fetch ahead find the end of every sound file, and may do so for each bit. */
  private static final int HARMLESS_OVERRUNS = 64;

  /** No end, but other bits than those that a reader makes up itself. */
  private static final int PADDING = 0x5A;

  private final byte[] content;
  private final boolean hidesLength;
  private final boolean padded;
  private int overruns;

  private SourceInput(SourceImage source, boolean padded) {
    this.content = source.content();
    this.padded = padded;
    this.hidesLength = source.header().type() == ImageType.WEBP;
  }

  static SourceInput of(SourceImage source) {
    return new SourceInput(source, false);
  }

  /** The same, with other bytes behind its end. What depends on them was not in the file. */
  static SourceInput padded(SourceImage source) {
    return new SourceInput(source, true);
  }

  /**
   * The WebP reader refuses what grows more than 2048-fold, as every flat picture does, unless it
   * does not know the length. How much may be decoded was judged before.
   */
  @Override
  public long length() {
    return hidesLength ? -1 : content.length;
  }

  @Override
  public int read() {
    bitOffset = 0;
    if (isAtEnd()) {
      streamPos += padded ? 1 : 0;
      return padded ? PADDING : -1;
    }
    return content[(int) streamPos++] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    bitOffset = 0;
    if (isAtEnd() && !padded) {
      return -1;
    }
    int count = Math.clamp(content.length - streamPos, 0, length);
    System.arraycopy(content, (int) Math.min(streamPos, content.length), target, offset, count);
    Arrays.fill(target, offset + count, offset + length, (byte) PADDING);
    int read = padded ? length : count;
    streamPos += read;
    return read;
  }

  /** Whether a reader went on beyond the end; that alone does not tell that it used anything. */
  boolean wasOverrun() {
    return overruns > HARMLESS_OVERRUNS;
  }

  private boolean isAtEnd() {
    if (streamPos < content.length) {
      return false;
    }
    overruns++;
    return true;
  }
}
