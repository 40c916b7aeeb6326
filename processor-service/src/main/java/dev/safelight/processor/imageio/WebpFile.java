package dev.safelight.processor.imageio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes the container of WebP (RFC 9649, 2.3): chunks in a RIFF, each of an even length. */
final class WebpFile {

  static final int ANIMATED = 0x02;
  static final int ALPHA = 0x10;
  static final int PROFILE = 0x20;

  private static final int CHUNK_HEADER = 8;

  private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();

  /** The extended header, which comes first if at all. */
  static ByteBuffer canvas(int flags, int width, int height) {
    return data(10).put((byte) flags).put(new byte[3]).put(u24(width - 1)).put(u24(height - 1));
  }

  /** For data of so many bytes. */
  static ByteBuffer data(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  static byte[] u24(int value) {
    return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16)};
  }

  /** The four letters of a chunk's type as a number. */
  static int tag(String type) {
    return ByteBuffer.wrap(type.getBytes(ISO_8859_1)).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  /** Adds a chunk with all of the data, whatever its position is. */
  WebpFile chunk(String type, ByteBuffer data) {
    chunks.writeBytes(data(CHUNK_HEADER).putInt(tag(type)).putInt(data.capacity()).array());
    raw(data);
    return data.capacity() % 2 == 0 ? this : raw(data(1));
  }

  /** Adds whole chunks as they are. */
  WebpFile raw(ByteBuffer whole) {
    var bytes = new byte[whole.capacity()];
    whole.get(0, bytes);
    chunks.writeBytes(bytes);
    return this;
  }

  /** The chunks alone. */
  byte[] chunks() {
    return chunks.toByteArray();
  }

  /** The whole file. */
  byte[] file() {
    return data(12 + chunks.size())
        .putInt(tag("RIFF"))
        .putInt(4 + chunks.size())
        .putInt(tag("WEBP"))
        .put(chunks.toByteArray())
        .array();
  }
}
