package dev.safelight.processor.scene;

import java.awt.color.ColorSpace;

/** CIELAB relative to D50, as 8-bit tables of ICC version 2 encode it. */
final class Lab {

  private Lab() {}

  static int[] of(float red, float green, float blue) {
    float[] xyz =
        ColorSpace.getInstance(ColorSpace.CS_sRGB).toCIEXYZ(new float[] {red, green, blue});
    double x = f(xyz[0] / 0.9642);
    double y = f(xyz[1]);
    double z = f(xyz[2] / 0.8249);
    return new int[] {
      clamp((116 * y - 16) * 2.55), clamp(500 * (x - y) + 128), clamp(200 * (y - z) + 128)
    };
  }

  private static double f(double t) {
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
  }

  private static int clamp(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }
}
