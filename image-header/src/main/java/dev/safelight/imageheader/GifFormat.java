package dev.safelight.imageheader;

import java.io.IOException;

/** GIF87a and GIF89a: a logical screen, then blocks of sub-blocks up to a trailer. */
final class GifFormat implements Format {

  private static final int RGBA = 4;

  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2C;
  private static final int TRAILER = 0x3B;

  @Override
  public boolean matches(HeaderInput in) throws IOException {
    return in.matches(0, "GIF87a") || in.matches(0, "GIF89a");
  }

  @Override
  public ImageHeader read(HeaderInput in) throws IOException {
    int width = in.u16le(6);
    int height = in.u16le(8);
    int frames = 0;
    long at = 13L + colorTable(in.u8(10));
    for (int block = in.u8(at); block != TRAILER; block = in.u8(at)) {
      in.step();
      if (block == IMAGE) {
        frames++;
        width = Math.max(width, in.u16le(at + 1) + in.u16le(at + 5));
        height = Math.max(height, in.u16le(at + 3) + in.u16le(at + 7));
      }
      at = end(in, at, block);
    }
    return ImageHeader.claimed(ImageType.GIF, width, height, frames, RGBA);
  }

  private static long end(HeaderInput in, long at, int block) throws IOException {
    return switch (block) {
      case IMAGE -> afterSubBlocks(in, at + 11 + colorTable(in.u8(at + 9)));
      case EXTENSION -> afterSubBlocks(in, at + 2);
      default -> throw new MalformedImageException("The GIF holds a block of no known kind");
    };
  }

  private static long afterSubBlocks(HeaderInput in, long from) throws IOException {
    long at = from;
    for (int length = in.u8(at); length != 0; length = in.u8(at)) {
      in.step();
      at += 1 + length;
    }
    return at + 1;
  }

  /** Size in bytes of the colour table that these flags announce. */
  private static int colorTable(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }
}
