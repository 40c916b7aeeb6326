package dev.safelight.imageheader;

import java.io.IOException;

/** The tags of one page that decide how much memory it takes. */
record TiffPage(long width, long height) {

  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int SAMPLES = 277;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;

  private static final int SHORT = 3;
  private static final int LONG = 4;

  /** Red, green, blue, alpha, and generous room for more. */
  private static final int MAX_SAMPLES = 8;

  /** A tile may be larger than its picture; beyond this it is only there to take memory. */
  private static final long MAX_TILE_PIXELS = 4096L * 4096L;

  /**
   * Reads the page whose directory is at {@code at}.
   *
   * @throws MalformedImageException if it has no pixels or takes far more memory than they do
   */
  static TiffPage at(TiffBytes bytes, long at) throws IOException {
    long width = 0;
    long height = 0;
    long tileWidth = 1;
    long tileHeight = 1;
    for (int i = 0, entries = bytes.u16(at); i < entries; i++) {
      long entry = at + 2 + (long) i * TiffBytes.ENTRY_BYTES;
      bytes.in().step();
      switch (bytes.u16(entry)) {
        case WIDTH -> width = value(bytes, entry);
        case HEIGHT -> height = value(bytes, entry);
        case TILE_WIDTH -> tileWidth = value(bytes, entry);
        case TILE_HEIGHT -> tileHeight = value(bytes, entry);
        case SAMPLES -> requireFew(value(bytes, entry));
        default -> {}
      }
    }
    var page = ImageHeader.claimed(ImageType.TIFF, width, height, 1);
    requireSane(tileWidth, tileHeight, page.pixels());
    return new TiffPage(width, height);
  }

  private static long value(TiffBytes bytes, long entry) throws IOException {
    return switch (bytes.u16(entry + 2)) {
      case SHORT -> bytes.u16(entry + 8);
      case LONG -> bytes.u32(entry + 8);
      default -> throw new MalformedImageException("The TIFF gives a size that is no number");
    };
  }

  private static void requireFew(long samples) {
    if (samples > MAX_SAMPLES) {
      throw new MalformedImageException("The TIFF has %d values for each pixel".formatted(samples));
    }
  }

  private static void requireSane(long tileWidth, long tileHeight, long pixels) {
    if (Math.multiplyHigh(tileWidth, tileHeight) != 0
        || tileWidth * tileHeight < 0
        || tileWidth * tileHeight > Math.max(pixels, MAX_TILE_PIXELS)) {
      throw new MalformedImageException("The TIFF's tiles are larger than its picture");
    }
  }
}
