package dev.safelight.bench.engine;

import java.awt.image.BufferedImage;

/**
 * How bright a picture is (ITU-R BT.601, of the gamma-coded values), 0 to 255; what is transparent
 * shows a grey behind it.
 *
 * @param width in pixels
 * @param height in pixels
 * @param values row by row
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record Luma(int width, int height, float[] values) {

  private static final float BACKDROP = 128;

  static Luma of(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    var values = new float[width * height];
    var row = new int[width];
    for (int y = 0; y < height; y++) {
      picture.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        values[y * width + x] = brightness(row[x]);
      }
    }
    return new Luma(width, height, values);
  }

  private static float brightness(int argb) {
    float luma =
        0.299f * (argb >> 16 & 0xFF) + 0.587f * (argb >> 8 & 0xFF) + 0.114f * (argb & 0xFF);
    float alpha = (argb >>> 24) / 255f;
    return luma * alpha + BACKDROP * (1 - alpha);
  }

  Luma transposed() {
    var turned = new float[values.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        turned[x * height + y] = values[y * width + x];
      }
    }
    return new Luma(height, width, turned);
  }
}
