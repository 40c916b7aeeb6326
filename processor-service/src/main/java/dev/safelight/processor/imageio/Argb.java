package dev.safelight.processor.imageio;

import dev.safelight.processor.pixels.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;

/** Arithmetic of pixels packed as alpha, red, green, blue. */
final class Argb {

  static final int OPAQUE = 0xFF000000;

  private static final int[] COLORS = {0xFF0000, 0xFF00, 0xFF};
  private static final int[] COLORS_AND_ALPHA = {0xFF0000, 0xFF00, 0xFF, 0xFF000000};

  private Argb() {}

  /** Packs the pixel at {@code index} of a row of three samples a pixel. */
  static int pack(int alpha, byte[] rgb, int index) {
    return alpha << 24
        | (rgb[3 * index] & 0xFF) << 16
        | (rgb[3 * index + 1] & 0xFF) << 8
        | (rgb[3 * index + 2] & 0xFF);
  }

  /** The same picture as writers want it, without copying its pixels. */
  static BufferedImage image(Picture picture) {
    int width = picture.width();
    var pixels = new DataBufferInt(picture.argb(), picture.argb().length);
    var masks = picture.hasAlpha() ? COLORS_AND_ALPHA : COLORS;
    var raster = Raster.createPackedRaster(pixels, width, picture.height(), width, masks, null);
    var colors =
        picture.hasAlpha()
            ? ColorModel.getRGBdefault()
            : new DirectColorModel(24, COLORS[0], COLORS[1], COLORS[2]);
    return new BufferedImage(colors, raster, false, null);
  }
}
