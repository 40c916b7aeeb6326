package dev.safelight.processor.imageio;

import dev.safelight.processor.pixels.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;

/** Looks the colours of a palette picture up; only the palette is converted. */
final class PaletteRows {

  private final BufferedImage picture;
  private final int[] palette;

  PaletteRows(BufferedImage picture, IndexColorModel palette, ColorTransform transform) {
    this.picture = picture;
    this.palette = new int[1 << Math.max(palette.getPixelSize(), 8)];
    var argb = new int[palette.getMapSize()];
    palette.getRGBs(argb);
    var rgb = transform.apply(samples(argb));
    for (int i = 0; i < argb.length; i++) {
      this.palette[i] = Argb.pack(argb[i] >>> 24, rgb, i);
    }
  }

  Picture convert() {
    int width = picture.getWidth();
    var pixels = new int[Math.multiplyExact(width, picture.getHeight())];
    var row = new int[width];
    for (int y = 0; y < picture.getHeight(); y++) {
      picture.getRaster().getSamples(0, y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = palette[row[x]];
      }
    }
    return new Picture(width, picture.getHeight(), picture.getColorModel().hasAlpha(), pixels);
  }

  private static byte[] samples(int[] argb) {
    var samples = new byte[argb.length * 3];
    for (int i = 0; i < argb.length; i++) {
      samples[3 * i] = (byte) (argb[i] >> 16);
      samples[3 * i + 1] = (byte) (argb[i] >> 8);
      samples[3 * i + 2] = (byte) argb[i];
    }
    return samples;
  }
}
