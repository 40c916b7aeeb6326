package dev.safelight.processor.scene;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;

/** The same picture in other layouts of memory; samples are copied, never converted. */
public final class Samples {

  private Samples() {}

  /** Grey of 8 or 16 bits, taken from the green samples. */
  public static BufferedImage gray(BufferedImage picture, int type) {
    var gray = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
    int factor = type == BufferedImage.TYPE_USHORT_GRAY ? 257 : 1;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        gray.getRaster().setSample(x, y, 0, (picture.getRGB(x, y) >> 8 & 0xFF) * factor);
      }
    }
    return gray;
  }

  /** Another type of opaque colours. */
  public static BufferedImage as(BufferedImage picture, int type) {
    var copy = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        copy.setRGB(x, y, picture.getRGB(x, y));
      }
    }
    return copy;
  }

  /** A palette of exactly the colours of a scene, wholly transparent ones included. */
  public static BufferedImage palette(Scene scene, int width, int height) {
    int[] corners = {scene.topLeft(), scene.topRight(), scene.bottomLeft(), scene.bottomRight()};
    // Filled up, as some writers get smaller palettes wrong.
    int[] colors = Arrays.copyOf(corners, 256);
    Arrays.fill(colors, corners.length, colors.length, 0xFF000000);
    var palette = new IndexColorModel(8, colors.length, colors, 0, true, -1, DataBuffer.TYPE_BYTE);
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, palette);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int corner = (2 * x >= width ? 1 : 0) + (2 * y >= height ? 2 : 0);
        picture.getRaster().setSample(x, y, 0, corner);
      }
    }
    return picture;
  }

  /** 16 bits a channel, with alpha if the picture has it. */
  public static BufferedImage deep(BufferedImage picture) {
    boolean alpha = picture.getColorModel().hasAlpha();
    var colors =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            alpha,
            false,
            alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
            DataBuffer.TYPE_USHORT);
    return copy(picture, colors, 257);
  }

  /** Grey, taken from the green samples, with alpha. */
  public static BufferedImage transparentGray(BufferedImage picture) {
    var colors =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY),
            true,
            false,
            Transparency.TRANSLUCENT,
            DataBuffer.TYPE_BYTE);
    return copy(picture, colors, 1);
  }

  private static BufferedImage copy(BufferedImage picture, ComponentColorModel colors, int factor) {
    int width = picture.getWidth();
    var raster = colors.createCompatibleWritableRaster(width, picture.getHeight());
    int[] shifts =
        colors.getNumColorComponents() == 1 ? new int[] {8, 24} : new int[] {16, 8, 0, 24};
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < width; x++) {
        for (int band = 0; band < raster.getNumBands(); band++) {
          int sample = picture.getRGB(x, y) >>> shifts[band] & 0xFF;
          raster.setSample(x, y, band, sample * factor);
        }
      }
    }
    return new BufferedImage(colors, raster, false, null);
  }
}
