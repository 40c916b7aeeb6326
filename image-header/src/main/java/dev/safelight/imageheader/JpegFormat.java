package dev.safelight.imageheader;

import java.io.IOException;

/** ITU-T T.81: a list of marker segments; the frame header (SOFn) holds the dimensions. */
final class JpegFormat implements Format {

  private static final int START_OF_IMAGE = 0xD8;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int START_OF_SCAN = 0xDA;

  @Override
  public boolean matches(HeaderInput in) throws IOException {
    return in.matches(0, 0xFF, START_OF_IMAGE, 0xFF);
  }

  @Override
  public ImageHeader read(HeaderInput in) throws IOException {
    long at = 2;
    while (true) {
      at = marker(in, at);
      int marker = in.u8(at++);
      if (isFrame(marker)) {
        return frame(in, at);
      }
      if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
        throw new MalformedImageException("The JPEG has no frame header before its pixels");
      }
      at += isAlone(marker) ? 0 : length(in, at);
    }
  }

  /** Place of the next marker's code; skips fill bytes and rubbish as decoders do. */
  private static long marker(HeaderInput in, long from) throws IOException {
    long at = from;
    while (true) {
      in.step();
      if (in.u8(at++) == 0xFF) {
        int code = in.u8(at);
        if (code != 0 && code != 0xFF) {
          return at;
        }
      }
    }
  }

  private static int length(HeaderInput in, long at) throws IOException {
    int length = in.u16be(at);
    if (length < 2) {
      throw new MalformedImageException("The JPEG holds a segment of impossible length");
    }
    in.require(at, length);
    return length;
  }

  /** A height of 0 means that a DNL segment follows the scan, which no common decoder reads. */
  private static ImageHeader frame(HeaderInput in, long at) throws IOException {
    in.require(at, length(in, at));
    int sampleBytes = in.u8(at + 2) > 8 ? 2 : 1;
    int components = in.u8(at + 7);
    return ImageHeader.claimed(
        ImageType.JPEG, in.u16be(at + 5), in.u16be(at + 3), 1, components * sampleBytes);
  }

  /** SOF0 to SOF15, without DHT (C4), JPG (C8) and DAC (CC), which share their range. */
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  /** TEM, RSTn and SOI have no length. */
  private static boolean isAlone(int marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= START_OF_IMAGE);
  }
}
