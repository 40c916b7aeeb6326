package dev.safelight.processor.process;

import java.awt.image.BufferedImage;

/**
 * How different colours look: CIEDE2000 (CIE 142-2001) of sRGB under its own white, D65. Below 1
 * nobody sees a difference, at 2 one who looks closely does.
 */
final class DeltaE {

  private static final double FAR = Math.pow(25, 7);

  private DeltaE() {}

  /** Mean over all pixels of two pictures of the same size, laid over white. */
  static double mean(BufferedImage one, BufferedImage other) {
    double sum = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        int left = one.getRGB(x, y);
        int right = other.getRGB(x, y);
        sum += left == right ? 0 : between(left, right);
      }
    }
    return sum / one.getWidth() / one.getHeight();
  }

  /** Between two colours 0xAARRGGBB laid over white. */
  static double between(int one, int other) {
    return between(lab(one), lab(other));
  }

  /** Between two colours of CIELAB. */
  static double between(double[] one, double[] other) {
    double meanChroma = (Math.hypot(one[1], one[2]) + Math.hypot(other[1], other[2])) / 2;
    double stretch = 1.5 - 0.5 * Math.sqrt(seventh(meanChroma));
    double c1 = Math.hypot(one[1] * stretch, one[2]);
    double c2 = Math.hypot(other[1] * stretch, other[2]);
    double h1 = hue(one[1] * stretch, one[2]);
    double h2 = hue(other[1] * stretch, other[2]);
    double turn = c1 * c2 == 0 ? 0 : shortest(h2 - h1);
    double hue = c1 * c2 == 0 ? h1 + h2 : Math.abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : far(h1 + h2);
    double lightness = (one[0] + other[0]) / 2 - 50;
    double chroma = (c1 + c2) / 2;
    double t =
        1
            - 0.17 * cos(hue - 30)
            + 0.24 * cos(2 * hue)
            + 0.32 * cos(3 * hue + 6)
            - 0.20 * cos(4 * hue - 63);
    double dl =
        (other[0] - one[0])
            / (1 + 0.015 * lightness * lightness / Math.sqrt(20 + lightness * lightness));
    double dc = (c2 - c1) / (1 + 0.045 * chroma);
    double dh = 2 * Math.sqrt(c1 * c2) * sin(turn / 2) / (1 + 0.015 * chroma * t);
    double bend = 60 * Math.exp(-Math.pow((hue - 275) / 25, 2));
    double rotation = -2 * Math.sqrt(seventh(chroma)) * sin(bend);
    return Math.sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh);
  }

  private static double seventh(double chroma) {
    double power = Math.pow(chroma, 7);
    return power / (power + FAR);
  }

  private static double hue(double a, double b) {
    double degrees = Math.toDegrees(Math.atan2(b, a));
    return degrees < 0 ? degrees + 360 : degrees;
  }

  private static double shortest(double degrees) {
    return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
  }

  private static double far(double sum) {
    return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
  }

  private static double cos(double degrees) {
    return Math.cos(Math.toRadians(degrees));
  }

  private static double sin(double degrees) {
    return Math.sin(Math.toRadians(degrees));
  }

  private static double[] lab(int argb) {
    double red = linear(argb, 16);
    double green = linear(argb, 8);
    double blue = linear(argb, 0);
    double x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
    double y = f(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
    double z = f((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double linear(int argb, int shift) {
    int alpha = argb >>> 24;
    double value = ((argb >> shift & 0xFF) * alpha / 255.0 + 255 - alpha) / 255;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static double f(double t) {
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
  }
}
