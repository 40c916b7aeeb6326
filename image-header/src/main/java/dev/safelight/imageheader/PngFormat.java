package dev.safelight.imageheader;

import java.io.IOException;

/** PNG (W3C, third edition): IHDR first, acTL with the frame count, IDAT, and IEND at the end. */
final class PngFormat implements Format {

  private static final int[] SIGNATURE = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private static final int GRAY = 0;
  private static final int GRAY_AND_ALPHA = 4;

  /** Length, type and checksum around the data of a chunk. */
  private static final int CHUNK_OVERHEAD = 12;

  @Override
  public boolean matches(HeaderInput in) throws IOException {
    return in.matches(0, SIGNATURE);
  }

  @Override
  public ImageHeader read(HeaderInput in) throws IOException {
    long first = SIGNATURE.length;
    if (in.u32be(first) != 13 || !in.matches(first + 4, "IHDR")) {
      throw new MalformedImageException("The PNG does not begin with its header");
    }
    return ImageHeader.claimed(
        ImageType.PNG,
        in.u32be(first + 8),
        in.u32be(first + 12),
        frames(in, first),
        samples(in.u8(first + 17)) * (in.u8(first + 16) > 8 ? 2 : 1));
  }

  /** Samples of a colour type, and one for the alpha that tRNS may add to it. */
  private static int samples(int colorType) {
    return switch (colorType) {
      case GRAY, GRAY_AND_ALPHA -> 2;
      default -> 4;
    };
  }

  /** Walks to IEND, so that a file that was cut off is noticed without inflating anything. */
  private static long frames(HeaderInput in, long first) throws IOException {
    long frames = 1;
    boolean pixels = false;
    long at = first;
    for (; !in.matches(at + 4, "IEND"); at = next(in, at)) {
      if (in.matches(at + 4, "acTL")) {
        frames = in.u32be(at + 8);
      }
      pixels |= in.matches(at + 4, "IDAT");
    }
    if (!pixels) {
      throw new MalformedImageException("The PNG holds no pixels");
    }
    return frames;
  }

  private static long next(HeaderInput in, long at) throws IOException {
    in.step();
    long length = in.u32be(at) + CHUNK_OVERHEAD;
    in.require(at, length);
    return at + length;
  }
}
