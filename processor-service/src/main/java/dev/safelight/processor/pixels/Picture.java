package dev.safelight.processor.pixels;

import java.util.Arrays;

/**
 * An sRGB picture; nobody changes one once it is handed on.
 *
 * @param width in pixels
 * @param height in pixels
 * @param hasAlpha whether pixels may be transparent; without it each one has the alpha 255
 * @param argb row by row, 0xAARRGGBB, not premultiplied
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
public record Picture(int width, int height, boolean hasAlpha, int[] argb) {

  private static final int OPAQUE = 0xFF000000;

  /** Refuses sizes that contradict the pixels. */
  public Picture {
    if (width < 1 || height < 1 || (long) width * height != argb.length) {
      throw new IllegalArgumentException("A picture has exactly its pixels, and at least one");
    }
  }

  /** A wholly transparent picture. */
  public static Picture transparent(int width, int height) {
    return new Picture(width, height, true, new int[Math.multiplyExact(width, height)]);
  }

  /** The rectangle of that size at that place, which must be within. */
  public Picture crop(int left, int top, int cropWidth, int cropHeight) {
    if (cropWidth == width && cropHeight == height) {
      return this;
    }
    var cropped = new int[cropWidth * cropHeight];
    for (int y = 0; y < cropHeight; y++) {
      System.arraycopy(argb, (top + y) * width + left, cropped, y * cropWidth, cropWidth);
    }
    return new Picture(cropWidth, cropHeight, hasAlpha, cropped);
  }

  /** This picture at that place of a transparent canvas that it does not reach out of. */
  public Picture padded(int left, int top, int canvasWidth, int canvasHeight) {
    if (canvasWidth == width && canvasHeight == height) {
      return this;
    }
    var canvas = transparent(canvasWidth, canvasHeight);
    for (int y = 0; y < height; y++) {
      System.arraycopy(argb, y * width, canvas.argb, (top + y) * canvasWidth + left, width);
    }
    return canvas;
  }

  /** The same, without alpha if no pixel is transparent even in part. */
  public Picture withoutNeedlessAlpha() {
    return hasAlpha && isOpaque() ? new Picture(width, height, false, argb) : this;
  }

  private boolean isOpaque() {
    int all = OPAQUE;
    for (int pixel : argb) {
      all &= pixel;
    }
    return all >>> 24 == 255;
  }

  /** The same colours, every pixel opaque. */
  public Picture withoutAlpha() {
    var opaque = argb.clone();
    for (int i = 0; i < opaque.length; i++) {
      opaque[i] |= 0xFF000000;
    }
    return new Picture(width, height, false, opaque);
  }

  /** The same without alpha: laid over white. */
  public Picture overWhite() {
    if (!hasAlpha) {
      return this;
    }
    var white = new int[argb.length];
    Arrays.fill(white, -1);
    Blend.over(argb, 0, white, 0, argb.length);
    return new Picture(width, height, false, white);
  }
}
