package dev.safelight.imageheader;

/**
 * What an image says about itself before anything is decoded.
 *
 * @param type what the content is
 * @param width width of the widest frame or page in pixels, before any orientation; at least 1
 * @param height height of the highest frame or page in pixels, before any orientation; at least 1
 * @param frames number of frames or pages; 1 for a still picture
 * @param bytesPerPixel what a decoder needs for one pixel: whole bytes for each of its samples, and
 *     for an entry of a palette the colour that it stands for; at least 1
 */
public record ImageHeader(ImageType type, int width, int height, int frames, int bytesPerPixel) {

  /** Red, green, blue and alpha of 8 bits each. */
  private static final int USUAL_BYTES = 4;

  /** Refuses what no image can be. */
  public ImageHeader {
    if (width < 1 || height < 1 || frames < 1 || bytesPerPixel < 1) {
      throw new IllegalArgumentException(
          "An image has at least one pixel and one frame, not %d x %d x %d of %d bytes"
              .formatted(width, height, frames, bytesPerPixel));
    }
  }

  /** An image whose pixels have four samples of 8 bits. */
  public ImageHeader(ImageType type, int width, int height, int frames) {
    this(type, width, height, frames, USUAL_BYTES);
  }

  /** Width × height × frames, or {@link Long#MAX_VALUE} if that is more than a long can hold. */
  public long pixels() {
    return product((long) width * height, frames);
  }

  /** Bytes of all pixels once decoded, or {@link Long#MAX_VALUE} for more than a long can hold. */
  public long decodedBytes() {
    return product(pixels(), bytesPerPixel);
  }

  private static long product(long one, int other) {
    return one > Long.MAX_VALUE / other ? Long.MAX_VALUE : one * other;
  }

  /** Turns numbers found in a file into a header, if they can be those of an image. */
  static ImageHeader claimed(
      ImageType type, long width, long height, long frames, int bytesPerPixel) {
    if (width < 1 || height < 1) {
      throw new MalformedImageException(
          "The image has no pixels: it says %d × %d".formatted(width, height));
    }
    if (frames < 1) {
      throw new MalformedImageException("The image has no frames");
    }
    if (Math.max(width, height) > Integer.MAX_VALUE) {
      throw new MalformedImageException("The image claims impossible dimensions");
    }
    int counted = (int) Math.min(frames, Integer.MAX_VALUE);
    return new ImageHeader(type, (int) width, (int) height, counted, Math.max(1, bytesPerPixel));
  }
}
