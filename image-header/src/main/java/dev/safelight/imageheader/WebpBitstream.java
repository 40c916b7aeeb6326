package dev.safelight.imageheader;

import java.io.IOException;

/** Dimensions of a VP8 (RFC 6386, 9.1) or VP8L (RFC 9649, 3.4) bitstream, 14 bits each. */
record WebpBitstream(int width, int height) {

  /** Eight bits each, whatever the stream has of them. */
  static final int RGBA = 4;

  private static final int DATA = 8;
  private static final int MASK = 0x3FFF;

  static WebpBitstream at(HeaderInput in, long chunk) throws IOException {
    in.require(chunk + DATA, in.u32le(chunk + 4));
    if (in.matches(chunk, "VP8 ")) {
      return lossy(in, chunk + DATA);
    }
    if (in.matches(chunk, "VP8L")) {
      return lossless(in, chunk + DATA);
    }
    throw new MalformedImageException("The WebP does not begin with a picture");
  }

  ImageHeader header() {
    return ImageHeader.claimed(ImageType.WEBP, width, height, 1, RGBA);
  }

  private static WebpBitstream lossy(HeaderInput in, long at) throws IOException {
    boolean keyFrame = (in.u8(at) & 1) == 0;
    if (!keyFrame || !in.matches(at + 3, 0x9D, 0x01, 0x2A)) {
      throw new MalformedImageException("The WebP's picture does not begin with a key frame");
    }
    return new WebpBitstream(in.u16le(at + 6) & MASK, in.u16le(at + 8) & MASK);
  }

  private static WebpBitstream lossless(HeaderInput in, long at) throws IOException {
    long bits = in.u32le(at + 1);
    if (in.u8(at) != 0x2F || bits >>> 29 != 0) {
      throw new MalformedImageException("The WebP's lossless picture has no valid header");
    }
    return new WebpBitstream((int) (bits & MASK) + 1, (int) (bits >> 14 & MASK) + 1);
  }
}
