package dev.safelight.processor.scene;

import java.awt.image.BufferedImage;

/**
 * A picture like a photo: gradients, edges of every direction, texture and grain. It is computed at
 * whatever size is asked for, so that a picture made smaller can be compared with one that was
 * never larger.
 */
public final class Photo {

  /** Samples along each side of a pixel. */
  private static final int FINENESS = 3;

  private Photo() {}

  /** The opaque photo. */
  public static BufferedImage draw(int width, int height) {
    return draw(width, height, BufferedImage.TYPE_INT_RGB);
  }

  /** The photo in a vignette: opaque in the middle, ever more transparent towards the corners. */
  public static BufferedImage transparent(int width, int height) {
    return draw(width, height, BufferedImage.TYPE_INT_ARGB);
  }

  private static BufferedImage draw(int width, int height, int type) {
    var picture = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, pixel(x, y, width, height));
      }
    }
    return picture;
  }

  private static int pixel(int x, int y, int width, int height) {
    var sum = new double[3];
    for (int row = 0; row < FINENESS; row++) {
      for (int column = 0; column < FINENESS; column++) {
        double u = (x + (column + 0.5) / FINENESS) / width;
        double v = (y + (row + 0.5) / FINENESS) / height;
        light(u, v, sum);
      }
    }
    int alpha = byteOf(1.6 - 2 * Math.hypot((x + 0.5) / width - 0.5, (y + 0.5) / height - 0.5));
    int color = 0;
    for (double channel : sum) {
      color = color << 8 | byteOf(channel / FINENESS / FINENESS);
    }
    return alpha << 24 | color;
  }

  private static void light(double u, double v, double[] sum) {
    double red = 0.25 + 0.5 * v;
    double green = 0.45 + 0.2 * Math.sin(5 * u + v);
    double blue = 0.75 - 0.5 * v;
    if (v > 0.55 + 0.1 * Math.sin(9 * u)) {
      red = 0.2 + 0.25 * u;
      green = 0.35 + 0.15 * v;
      blue = 0.15;
    }
    if (Math.hypot(u - 0.3, v - 0.35) < 0.16) {
      red = 0.9;
      green = 0.3 + v;
      blue = 0.25;
    }
    if (Math.abs(u + 0.6 * v - 1.1) < 0.015 || Math.abs(u - 0.8) < 0.02) {
      red = 0.1;
      green = 0.1;
      blue = 0.2;
    }
    double texture = 0.05 * Math.sin(70 * u + 20 * v) * Math.sin(60 * v - 30 * u) + grain(u, v);
    sum[0] += red + texture;
    sum[1] += green + texture;
    sum[2] += blue + texture;
  }

  /** Smooth noise: random heights at the corners of squares, interpolated between them. */
  private static double grain(double u, double v) {
    double x = 40 * u;
    double y = 40 * v;
    double left = Math.floor(x);
    double top = Math.floor(y);
    double above = mix(random(left, top), random(left + 1, top), x - left);
    double below = mix(random(left, top + 1), random(left + 1, top + 1), x - left);
    return 0.12 * (mix(above, below, y - top) - 0.5);
  }

  private static double mix(double one, double other, double part) {
    return one + (other - one) * part;
  }

  private static double random(double x, double y) {
    double far = Math.sin(x * 127.1 + y * 311.7) * 43_758.5453;
    return far - Math.floor(far);
  }

  private static int byteOf(double value) {
    return Math.clamp(Math.round(value * 255), 0, 255);
  }
}
