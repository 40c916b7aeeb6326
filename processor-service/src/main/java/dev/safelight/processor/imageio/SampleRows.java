package dev.safelight.processor.imageio;

import dev.safelight.processor.pixels.Picture;
import java.awt.image.BufferedImage;

/** Converts row by row what stores its colours as samples of up to 16 bits each. */
final class SampleRows {

  private static final int OPAQUE = 255;

  private final BufferedImage picture;
  private final int colors;
  private final ColorTransform transform;
  private final int bands;
  private final int[] largest;

  SampleRows(BufferedImage picture, int colors, ColorTransform transform) {
    this.picture = picture;
    this.colors = colors;
    this.transform = transform;
    this.bands = picture.getSampleModel().getNumBands();
    this.largest = new int[bands];
    for (int band = 0; band < bands; band++) {
      largest[band] = (1 << picture.getSampleModel().getSampleSize(band)) - 1;
    }
  }

  Picture convert() {
    int width = picture.getWidth();
    var pixels = new int[Math.multiplyExact(width, picture.getHeight())];
    boolean alpha = picture.getColorModel().hasAlpha();
    var row = new int[width * bands];
    for (int y = 0; y < picture.getHeight(); y++) {
      picture.getRaster().getPixels(0, y, width, 1, row);
      var rgb = transform.apply(colors(row));
      for (int x = 0; x < width; x++) {
        int opacity = alpha ? scaled(row, x * bands + colors) : OPAQUE;
        pixels[y * width + x] = Argb.pack(opacity, rgb, x);
      }
    }
    return new Picture(width, picture.getHeight(), picture.getColorModel().hasAlpha(), pixels);
  }

  private byte[] colors(int[] row) {
    int pixels = row.length / bands;
    var samples = new byte[pixels * colors];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) scaled(row, i / colors * bands + i % colors);
    }
    return samples;
  }

  private int scaled(int[] row, int index) {
    int most = largest[index % bands];
    return most == 255 ? row[index] : (int) ((row[index] * 255L + most / 2) / most);
  }
}
