package dev.safelight.processor.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Finds named parts of containers that were found sound before; throws {@link
 * IndexOutOfBoundsException} or {@link IllegalArgumentException} where they are not.
 */
public final class Chunks {

  private static final int PNG_SIGNATURE = 8;
  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int START_OF_SCAN = 0xDA;

  private Chunks() {}

  /** The first segment of this marker whose data begins with a prefix, without the prefix. */
  public static Optional<ByteBuffer> jpegSegment(byte[] jpeg, int marker, String prefix) {
    var in = ByteBuffer.wrap(jpeg);
    int at = 2;
    while ((in.get(at) & 0xFF) == 0xFF && (in.get(at + 1) & 0xFF) != START_OF_SCAN) {
      int length = in.getShort(at + 2) & 0xFFFF;
      if ((in.get(at + 1) & 0xFF) == marker && text(in, at + 4, prefix.length()).equals(prefix)) {
        int data = 4 + prefix.length();
        return Optional.of(in.slice(at + data, 2 + length - data));
      }
      at += 2 + Math.max(2, length);
    }
    return Optional.empty();
  }

  /** The data of the first chunk of this type. */
  public static Optional<ByteBuffer> png(byte[] png, String type) {
    var in = ByteBuffer.wrap(png);
    int at = PNG_SIGNATURE;
    for (; !text(in, at + 4, 4).equals("IEND"); at = Math.addExact(at, in.getInt(at) + 12)) {
      if (text(in, at + 4, 4).equals(type)) {
        return Optional.of(in.slice(at + CHUNK_HEADER, in.getInt(at)));
      }
    }
    return Optional.empty();
  }

  /** The data of the first chunk of this type. */
  public static Optional<ByteBuffer> webp(byte[] webp, String type) {
    var in = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
    int end = Math.min(webp.length, in.getInt(4) + CHUNK_HEADER);
    for (int at = RIFF_HEADER; at < end; at += CHUNK_HEADER + padded(in.getInt(at + 4))) {
      if (text(in, at, 4).equals(type)) {
        return Optional.of(
            in.slice(at + CHUNK_HEADER, in.getInt(at + 4)).order(ByteOrder.LITTLE_ENDIAN));
      }
    }
    return Optional.empty();
  }

  private static int padded(int length) {
    if (length < 0) {
      throw new IndexOutOfBoundsException(length);
    }
    return length + (length & 1);
  }

  private static String text(ByteBuffer in, int at, int length) {
    if (at > in.limit() - length) {
      return "";
    }
    var text = new byte[length];
    in.get(at, text);
    return new String(text, ISO_8859_1);
  }
}
