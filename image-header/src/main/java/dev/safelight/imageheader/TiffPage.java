package dev.safelight.imageheader;

import java.io.IOException;

/** The tags of one page that decide how much memory it takes. */
record TiffPage(long width, long height, int bytesPerPixel) {

  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int SAMPLE_BITS = 258;
  private static final int COLORS = 262;
  private static final int SAMPLES = 277;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;

  private static final int PALETTE = 3;

  private static final int SHORT = 3;
  private static final int LONG = 4;

  private static final int RGB = 3;

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
    long samples = 1;
    long sampleBits = 1;
    boolean palette = false;
    for (int i = 0, entries = bytes.u16(at); i < entries; i++) {
      long entry = at + 2 + (long) i * TiffBytes.ENTRY_BYTES;
      bytes.in().step();
      switch (bytes.u16(entry)) {
        case WIDTH -> width = value(bytes, entry);
        case HEIGHT -> height = value(bytes, entry);
        case TILE_WIDTH -> tileWidth = value(bytes, entry);
        case TILE_HEIGHT -> tileHeight = value(bytes, entry);
        case SAMPLES -> samples = few(value(bytes, entry));
        case SAMPLE_BITS -> sampleBits = mostBits(bytes, entry);
        case COLORS -> palette = bytes.u16(entry + 8) == PALETTE;
        default -> {}
      }
    }
    int bytesPerPixel = (int) (palette ? RGB : samples * ((sampleBits + 7) / 8));
    var page = ImageHeader.claimed(ImageType.TIFF, width, height, 1, bytesPerPixel);
    requireSane(tileWidth, tileHeight, page.pixels());
    return new TiffPage(width, height, page.bytesPerPixel());
  }

  private static long value(TiffBytes bytes, long entry) throws IOException {
    return switch (bytes.u16(entry + 2)) {
      case SHORT -> bytes.u16(entry + 8);
      case LONG -> bytes.u32(entry + 8);
      default -> throw new MalformedImageException("The TIFF gives a size that is no number");
    };
  }

  private static long few(long samples) {
    if (samples > MAX_SAMPLES) {
      throw new MalformedImageException("The TIFF has %d values for each pixel".formatted(samples));
    }
    return samples;
  }

  /** One number for each sample; more than two do not fit into the entry and stand elsewhere. */
  private static long mostBits(TiffBytes bytes, long entry) throws IOException {
    long count = Math.min(bytes.u32(entry + 4), MAX_SAMPLES);
    if (count <= 2) {
      return Math.max(bytes.u16(entry + 8), count == 2 ? bytes.u16(entry + 10) : 0);
    }
    long most = 0;
    for (int i = 0; i < count; i++) {
      most = Math.max(most, bytes.u16(bytes.u32(entry + 8) + 2L * i));
    }
    return most;
  }

  private static void requireSane(long tileWidth, long tileHeight, long pixels) {
    if (Math.multiplyHigh(tileWidth, tileHeight) != 0
        || tileWidth * tileHeight < 0
        || tileWidth * tileHeight > Math.max(pixels, MAX_TILE_PIXELS)) {
      throw new MalformedImageException("The TIFF's tiles are larger than its picture");
    }
  }
}
