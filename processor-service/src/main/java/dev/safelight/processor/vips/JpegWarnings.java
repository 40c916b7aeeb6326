package dev.safelight.processor.vips;

import dev.safelight.imageheader.ImageType;
import dev.safelight.processor.jpeg.JpegDecoder;
import dev.safelight.processor.jpeg.JpegException;
import dev.safelight.processor.process.SourceImage;

/**
 * Tells what libjpeg only warns of apart: missing pixels, which it paints grey, from a few bytes
 * too many between markers, which cameras do write and which harm nobody.
 */
final class JpegWarnings {

  private static final int SMALLEST = 8;

  private JpegWarnings() {}

  /** Whether this is a JPEG of which our own decoder, which paints nothing, finds every pixel. */
  static boolean areHarmless(SourceImage source) {
    if (source.header().type() != ImageType.JPEG) {
      return false;
    }
    try {
      var header = source.header();
      JpegDecoder.decode(source.content(), SMALLEST, header.width(), header.height());
      return true;
    } catch (JpegException e) {
      return false;
    }
  }
}
