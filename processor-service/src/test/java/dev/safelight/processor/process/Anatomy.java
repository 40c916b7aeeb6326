package dev.safelight.processor.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import java.util.TreeSet;

/** The kinds of parts that a file is made of, and those that no variant may have others than. */
final class Anatomy {

  private static final Set<String> STRUCTURE =
      Set.of(
          "JPEG",
          "JFIF",
          "Adobe JPEG",
          "Huffman",
          "File Type",
          "PNG-IHDR",
          "PNG-sRGB",
          "PNG-PLTE",
          "PNG-tRNS",
          "PNG-gAMA",
          "PNG-cHRM",
          "PNG-pHYs",
          "WebP",
          "GIF Header",
          "GIF Control",
          "GIF Image",
          "GIF Animation",
          "HEIF",
          "AVIF");

  private final ByteBuffer file;
  private final Set<String> parts = new TreeSet<>();

  private Anatomy(byte[] file) {
    this.file = ByteBuffer.wrap(file);
  }

  /** What a picture needs: nothing here can carry a word about its origin. */
  static Set<String> needed(PictureFormat format) {
    return switch (format) {
      case JPEG ->
          Set.of("JFIF", "DB", "C4", "C0", "C2", "DA", "DD", "D9", "EE Adobe", "trailer 0");
      case PNG -> Set.of("IHDR", "PLTE", "tRNS", "sRGB", "gAMA", "cHRM", "pHYs", "IDAT", "IEND");
      case WEBP -> Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "flags 0");
      case GIF -> Set.of("frame", "extension f9", "extension ff NETSCAPE2.0", "trailer 0");
      case AVIF ->
          Set.of(
              "ftyp",
              "meta",
              "mdat",
              "hdlr",
              "pitm",
              "iloc",
              "iinf",
              "infe av01",
              "iprp",
              "ipco",
              "ipma",
              "ispe",
              "pixi",
              "av1C",
              "colr nclx",
              "auxC",
              "iref",
              "auxl",
              "pasp",
              "free");
    };
  }

  /** Whether what metadata-extractor found is about the file, and nothing more. */
  static boolean isStructural(String directory) {
    return STRUCTURE.contains(directory);
  }

  /** The parts of a file of that format. */
  static Set<String> of(byte[] file, PictureFormat format) {
    var anatomy = new Anatomy(file);
    switch (format) {
      case JPEG -> anatomy.jpeg();
      case PNG -> anatomy.png();
      case WEBP -> anatomy.webp();
      case GIF -> anatomy.gif();
      case AVIF -> anatomy.boxes(0, file.length);
    }
    return anatomy.parts;
  }

  private void jpeg() {
    int at = 2;
    while (true) {
      int marker = u8(at + 1);
      if (u8(at) != 0xFF || marker == 0 || (marker >= 0xD0 && marker <= 0xD7)) {
        at++;
      } else if (marker == 0xD9) {
        parts.add("trailer " + (file.limit() - at - 2));
        return;
      } else {
        var segment = "%02X".formatted(marker);
        var text = text(at + 4, 5);
        parts.add(
            text.startsWith("JFIF") && marker == 0xE0
                ? "JFIF"
                : marker >= 0xE0 ? segment + ' ' + text : segment);
        at += 2 + file.getShort(at + 2);
      }
    }
  }

  private void png() {
    for (int at = 8; at < file.limit(); at += 12 + file.getInt(at)) {
      parts.add(text(at + 4, 4));
    }
  }

  /** Bits of ICC, Exif and XMP in VP8X are 0x20, 0x08 and 0x04. */
  private void webp() {
    file.order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 12;
        at < file.limit();
        at += 8 + file.getInt(at + 4) + (file.getInt(at + 4) & 1)) {
      var chunk = text(at, 4);
      parts.add(chunk);
      if (chunk.equals("VP8X")) {
        parts.add("flags " + (u8(at + 8) & 0x2C));
      }
    }
  }

  private void gif() {
    int at = 13 + colorTable(u8(10));
    while (u8(at) != 0x3B) {
      if (u8(at) == 0x2C) {
        parts.add("frame");
        at += 11 + colorTable(u8(at + 9));
      } else {
        var kind = "extension %02x".formatted(u8(at + 1));
        parts.add(u8(at + 1) == 0xFF ? kind + ' ' + text(at + 3, 11) : kind);
        at += 2;
      }
      while (u8(at) != 0) {
        at += 1 + u8(at);
      }
      at++;
    }
    parts.add("trailer " + (file.limit() - at - 1));
  }

  private static int colorTable(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  /** ISO/IEC 14496-12. */
  private void boxes(int from, int to) {
    for (int at = from; at + 8 <= to; at += Math.max(8, file.getInt(at))) {
      var type = text(at + 4, 4);
      switch (type) {
        case "colr" -> parts.add("colr " + text(at + 8, 4));
        case "infe" -> parts.add("infe " + text(at + 16, 4));
        default -> parts.add(type);
      }
      int end = at + file.getInt(at);
      switch (type) {
        case "meta", "iref" -> boxes(at + 12, end);
        case "iinf" -> boxes(at + 14, end);
        case "iprp", "ipco" -> boxes(at + 8, end);
        default -> {}
      }
    }
  }

  private int u8(int at) {
    return file.get(at) & 0xFF;
  }

  private String text(int at, int length) {
    var text = new byte[Math.min(length, file.limit() - at)];
    file.get(at, text);
    return new String(text, ISO_8859_1);
  }
}
