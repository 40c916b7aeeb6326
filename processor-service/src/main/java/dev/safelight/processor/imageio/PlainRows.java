package dev.safelight.processor.imageio;

import dev.safelight.processor.pixels.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/** Repacks row by row what is 8-bit sRGB already: bytes as decoders write them. */
final class PlainRows {

  private PlainRows() {}

  static boolean canConvert(BufferedImage picture) {
    return switch (picture.getType()) {
      case BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_4BYTE_ABGR -> true;
      case BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_INT_BGR ->
          true;
      default -> false;
    };
  }

  static Picture convert(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    boolean alpha = picture.getColorModel().hasAlpha();
    var argb = new int[Math.multiplyExact(width, height)];
    if (picture.getRaster().getDataBuffer() instanceof DataBufferByte bytes) {
      repack(picture.getRaster(), bytes.getData(), argb);
    } else {
      picture.getRGB(0, 0, width, height, argb, 0, width);
    }
    return new Picture(width, height, alpha, argb);
  }

  private static void repack(Raster raster, byte[] bytes, int[] argb) {
    var model = (ComponentSampleModel) raster.getSampleModel();
    int width = raster.getWidth();
    int step = model.getPixelStride();
    for (int y = 0; y < raster.getHeight(); y++) {
      int from =
          raster.getDataBuffer().getOffset()
              + (y - raster.getSampleModelTranslateY()) * model.getScanlineStride()
              - raster.getSampleModelTranslateX() * step;
      repack(bytes, from, model.getBandOffsets(), step, argb, y * width, width);
    }
  }

  private static void repack(
      byte[] bytes, int from, int[] offsets, int step, int[] argb, int to, int count) {
    int red = from + offsets[0];
    int green = from + offsets[1];
    int blue = from + offsets[2];
    for (int x = 0; x < count; x++) {
      argb[to + x] =
          Argb.OPAQUE
              | (bytes[red + x * step] & 0xFF) << 16
              | (bytes[green + x * step] & 0xFF) << 8
              | (bytes[blue + x * step] & 0xFF);
    }
    if (offsets.length == 4) {
      int alpha = from + offsets[3];
      for (int x = 0; x < count; x++) {
        argb[to + x] &= (bytes[alpha + x * step] & 0xFF) << 24 | 0xFFFFFF;
      }
    }
  }
}
