package dev.safelight.processor.vips;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * Takes out of files that we wrote what is not the picture: libvips adds Exif of its own to every
 * WebP (8.14), and a resolution to every PNG.
 */
final class Chunked {

  private static final Set<String> PNG = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
  private static final Set<String> WEBP = Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF");

  private static final int PNG_SIGNATURE = 8;

  /** Length, type and check sum. */
  private static final int PNG_OVERHEAD = 12;

  private static final int RIFF_HEADER = 12;
  private static final int RIFF_OVERHEAD = 8;

  /** RFC 9649: animation and alpha; the other flags tell of chunks that are no longer there. */
  private static final int KEPT_FLAGS = 0x12;

  private Chunked() {}

  /** A PNG of the chunks without which it cannot be shown. */
  static byte[] png(byte[] file) {
    var in = ByteBuffer.wrap(file);
    var out = new ByteArrayOutputStream(file.length);
    out.write(file, 0, PNG_SIGNATURE);
    int size;
    for (int at = PNG_SIGNATURE; at < file.length; at += size) {
      size = in.getInt(at) + PNG_OVERHEAD;
      if (PNG.contains(type(file, at + 4))) {
        out.write(file, at, size);
      }
    }
    return out.toByteArray();
  }

  /** A WebP of the chunks without which it cannot be shown. */
  static byte[] webp(byte[] file) {
    var in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    var out = new ByteArrayOutputStream(file.length);
    out.write(file, 0, RIFF_HEADER);
    int size;
    for (int at = RIFF_HEADER; at < file.length; at += size) {
      int length = in.getInt(at + 4);
      size = RIFF_OVERHEAD + length + (length & 1);
      if (WEBP.contains(type(file, at))) {
        out.write(file, at, size);
      }
    }
    return described(out.toByteArray());
  }

  /** With the length and the flags that are true now. */
  private static byte[] described(byte[] webp) {
    var in = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
    in.putInt(4, webp.length - RIFF_OVERHEAD);
    if (type(webp, RIFF_HEADER).equals("VP8X")) {
      int flags = RIFF_HEADER + RIFF_OVERHEAD;
      in.put(flags, (byte) (in.get(flags) & KEPT_FLAGS));
    }
    return webp;
  }

  private static String type(byte[] file, int at) {
    return new String(file, at, 4, ISO_8859_1);
  }
}
