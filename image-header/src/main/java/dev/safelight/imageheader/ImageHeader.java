package dev.safelight.imageheader;

/**
 * What an image says about itself before anything is decoded.
 *
 * @param type what the content is
 * @param width width of the widest frame or page in pixels, before any orientation; at least 1
 * @param height height of the highest frame or page in pixels, before any orientation; at least 1
 * @param frames number of frames or pages; 1 for a still picture
 */
public record ImageHeader(ImageType type, int width, int height, int frames) {

  /** Refuses what no image can be. */
  public ImageHeader {
    if (width < 1 || height < 1 || frames < 1) {
      throw new IllegalArgumentException(
          "An image has at least one pixel and one frame, not %d x %d x %d"
              .formatted(width, height, frames));
    }
  }

  /** Width × height × frames, or {@link Long#MAX_VALUE} if that is more than a long can hold. */
  public long pixels() {
    var frame = (long) width * height;
    return frame > Long.MAX_VALUE / frames ? Long.MAX_VALUE : frame * frames;
  }

  /** Turns numbers found in a file into a header, if they can be those of an image. */
  static ImageHeader claimed(ImageType type, long width, long height, long frames) {
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
    return new ImageHeader(
        type, (int) width, (int) height, (int) Math.min(frames, Integer.MAX_VALUE));
  }
}
