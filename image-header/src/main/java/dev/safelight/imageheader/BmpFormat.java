package dev.safelight.imageheader;

import java.io.IOException;

/** Bitmaps with the headers of OS/2 (12, 16, 64 bytes) and Windows (40, 52, 56, 108, 124). */
final class BmpFormat implements Format {

  private static final int INFO = 14;
  private static final int CORE_HEADER = 12;
  private static final int RGB = 0;
  private static final int BIT_FIELDS = 3;
  private static final int JPEG = 4;
  private static final int PNG = 5;

  /** Two letters are weak evidence, so the length of the second header must be a known one too. */
  @Override
  public boolean matches(HeaderInput in) throws IOException {
    return in.matches(0, "BM") && in.size() >= INFO + 4 && isKnown(in.u32le(INFO));
  }

  @Override
  public ImageHeader read(HeaderInput in) throws IOException {
    long length = in.u32le(INFO);
    in.require(INFO, length);
    if (length == CORE_HEADER) {
      return whole(in, in.u16le(18), in.u16le(20), in.u16le(24), RGB);
    }
    // A negative height means rows from top to bottom.
    long height = Math.abs((long) in.i32le(22));
    long compression = length > 16 ? in.u32le(30) : RGB;
    return whole(in, in.i32le(18), height, in.u16le(28), compression);
  }

  private static boolean isKnown(long length) {
    return length == CORE_HEADER
        || length == 16
        || length == 40
        || length == 52
        || length == 56
        || length == 64
        || length == 108
        || length == 124;
  }

  private static ImageHeader whole(
      HeaderInput in, long width, long height, int bitsPerPixel, long compression)
      throws IOException {
    if (compression == JPEG || compression == PNG) {
      // Its real dimensions are those of the image inside, which nothing here has looked at.
      throw new MalformedImageException("The BMP is a wrapping around another image");
    }
    var header = ImageHeader.claimed(ImageType.BMP, width, height, 1, bitsPerPixel > 24 ? 4 : 3);
    if (compression == RGB || compression == BIT_FIELDS) {
      requireRows(in, (width * bitsPerPixel + 7) / 8, height);
    }
    return header;
  }

  /** Uncompressed rows begin at multiples of four bytes; the last one may lack its padding. */
  private static void requireRows(HeaderInput in, long row, long height) throws IOException {
    long paddedRow = Math.max(4, (row + 3) / 4 * 4);
    long rowsBefore = Math.min(height - 1, in.size() / paddedRow + 1);
    in.require(in.u32le(10), paddedRow * rowsBefore + row);
  }
}
