package dev.safelight.processor.imageio;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Many pictures have an alpha channel, and most of them never use it. */
final class Opacity {

  private Opacity() {}

  /** The same picture, without alpha if no pixel is transparent even in part. */
  static BufferedImage withoutNeedlessAlpha(BufferedImage picture) {
    if (!picture.getColorModel().hasAlpha() || isSeeThrough(picture)) {
      return picture;
    }
    int width = picture.getWidth();
    var opaque = new BufferedImage(width, picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    System.arraycopy(pixels(picture), 0, pixels(opaque), 0, pixels(opaque).length);
    return opaque;
  }

  private static boolean isSeeThrough(BufferedImage picture) {
    for (int pixel : pixels(picture)) {
      if (pixel >>> 24 != 255) {
        return true;
      }
    }
    return false;
  }

  private static int[] pixels(BufferedImage picture) {
    return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
  }
}
