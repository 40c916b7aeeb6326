package dev.safelight.imageheader;

import java.io.IOException;

/** RFC 9649: a RIFF container of a lossy or lossless bitstream, or extended with a canvas. */
final class WebpFormat implements Format {

  private static final int FIRST_CHUNK = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int ANIMATION = 0x02;

  @Override
  public boolean matches(HeaderInput in) throws IOException {
    return in.matches(0, "RIFF") && in.matches(8, "WEBP");
  }

  @Override
  public ImageHeader read(HeaderInput in) throws IOException {
    long end = in.u32le(4) + CHUNK_HEADER;
    in.require(0, end);
    if (!in.matches(FIRST_CHUNK, "VP8X")) {
      return WebpBitstream.at(in, FIRST_CHUNK).header();
    }
    long canvas = FIRST_CHUNK + CHUNK_HEADER;
    int width = in.u24le(canvas + 4) + 1;
    int height = in.u24le(canvas + 7) + 1;
    boolean animated = (in.u8(canvas) & ANIMATION) != 0;
    long frames = animated ? frames(in, end, width, height) : still(in, end, width, height);
    return ImageHeader.claimed(ImageType.WEBP, width, height, frames, WebpBitstream.RGBA);
  }

  /** Every frame lies inside of the canvas, so the canvas is the largest thing there is. */
  private static int frames(HeaderInput in, long end, int width, int height) throws IOException {
    int frames = 0;
    for (long at = FIRST_CHUNK; at < end; at = next(in, at)) {
      if (in.matches(at, "ANMF")) {
        frames++;
        long frame = at + CHUNK_HEADER;
        long right = 2L * in.u24le(frame) + in.u24le(frame + 6) + 1;
        long bottom = 2L * in.u24le(frame + 3) + in.u24le(frame + 9) + 1;
        if (right > width || bottom > height) {
          throw new MalformedImageException("The WebP holds a frame outside of its canvas");
        }
      }
    }
    return frames;
  }

  private static int still(HeaderInput in, long end, int width, int height) throws IOException {
    for (long at = FIRST_CHUNK; at < end; at = next(in, at)) {
      if (in.matches(at, "VP8 ") || in.matches(at, "VP8L")) {
        var picture = WebpBitstream.at(in, at);
        if (picture.width() != width || picture.height() != height) {
          throw new MalformedImageException("The WebP's canvas and its picture differ in size");
        }
        return 1;
      }
    }
    throw new MalformedImageException("The WebP holds no picture");
  }

  /** Chunks are padded to an even length. */
  private static long next(HeaderInput in, long at) throws IOException {
    in.step();
    long length = in.u32le(at + 4);
    in.require(at + CHUNK_HEADER, length);
    return at + CHUNK_HEADER + length + (length & 1);
  }
}
