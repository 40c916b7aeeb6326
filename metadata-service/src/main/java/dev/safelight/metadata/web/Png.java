package dev.safelight.metadata.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes small PNG files (W3C PNG, third edition) of 8 bits a channel, every row as its difference
 * from the row above, which is next to nothing in a blurred picture.
 */
final class Png {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final byte RGB = 2;
  private static final byte RGBA = 6;
  private static final byte UP = 2;

  private Png() {}

  static byte[] of(ThumbHash picture) {
    var file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    file.writeBytes(chunk("IHDR", header(picture)));
    file.writeBytes(chunk("IDAT", deflated(rows(picture))));
    file.writeBytes(chunk("IEND", new byte[0]));
    return file.toByteArray();
  }

  private static byte[] header(ThumbHash picture) {
    return ByteBuffer.allocate(13)
        .putInt(picture.width())
        .putInt(picture.height())
        .put((byte) 8)
        .put(picture.hasAlpha() ? RGBA : RGB)
        .array();
  }

  private static byte[] rows(ThumbHash picture) {
    int channels = picture.hasAlpha() ? 4 : 3;
    var above = new byte[picture.width() * channels];
    var rows = ByteBuffer.allocate(picture.height() * (1 + above.length));
    for (int y = 0; y < picture.height(); y++) {
      var row = row(picture, y, channels);
      rows.put(UP);
      for (int i = 0; i < row.length; i++) {
        rows.put((byte) (row[i] - above[i]));
      }
      above = row;
    }
    return rows.array();
  }

  private static byte[] row(ThumbHash picture, int y, int channels) {
    var row = ByteBuffer.allocate(picture.width() * channels);
    for (int x = 0; x < picture.width(); x++) {
      int argb = picture.argb(x, y);
      row.put((byte) (argb >> 16)).put((byte) (argb >> 8)).put((byte) argb);
      if (channels == 4) {
        row.put((byte) (argb >> 24));
      }
    }
    return row.array();
  }

  private static byte[] deflated(byte[] content) {
    try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(content);
      deflater.finish();
      var buffer = new byte[content.length + 64];
      int length = deflater.deflate(buffer);
      return ByteBuffer.allocate(length).put(buffer, 0, length).array();
    }
  }

  private static byte[] chunk(String type, byte[] data) {
    var chunk =
        ByteBuffer.allocate(12 + data.length)
            .putInt(data.length)
            .put(type.getBytes(US_ASCII))
            .put(data);
    var crc = new CRC32();
    crc.update(chunk.array(), 4, 4 + data.length);
    return chunk.putInt((int) crc.getValue()).array();
  }
}
