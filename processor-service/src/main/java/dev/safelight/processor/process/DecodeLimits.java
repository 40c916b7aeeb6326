package dev.safelight.processor.process;

import dev.safelight.imageheader.ImageHeader;

/**
 * What may be decoded at all, judged by the header alone.
 *
 * @param maxEdge largest width and largest height in pixels
 * @param maxPixels largest width × height × frames
 * @param maxDecodedBytes largest width × height × frames × bytes per pixel
 */
public record DecodeLimits(int maxEdge, long maxPixels, long maxDecodedBytes) {

  /**
   * Lets an image pass, or not.
   *
   * @throws BadImageException with {@link RejectionReason#TOO_MANY_PIXELS}
   */
  void check(ImageHeader header) {
    if (header.width() > maxEdge || header.height() > maxEdge) {
      throw tooMany(
          "The image is too large: %d × %d pixels, where at most %d in each direction are allowed"
              .formatted(header.width(), header.height(), maxEdge));
    }
    if (header.pixels() > maxPixels) {
      throw tooMany(
          "The image has too many pixels: %d × %d in %d frames, where at most %d in all are allowed"
              .formatted(header.width(), header.height(), header.frames(), maxPixels));
    }
    if (header.decodedBytes() > maxDecodedBytes) {
      throw tooMany(
          "The image is too large once decoded: %d pixels of %d bytes, where at most %d bytes in all are allowed"
              .formatted(header.pixels(), header.bytesPerPixel(), maxDecodedBytes));
    }
  }

  private static BadImageException tooMany(String detail) {
    return new BadImageException(RejectionReason.TOO_MANY_PIXELS, detail);
  }
}
