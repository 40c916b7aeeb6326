package dev.safelight.processor.vips;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;

/** What has to be known of an ICC profile (ICC.1:2022) before it is used. */
final class IccProfile {

  private static final int HEADER = 128;
  private static final int ENTRY = 12;

  /** The primaries of sRGB in the profile connection space, D50: X, Y, Z of red, green, blue. */
  private static final double[][] PRIMARIES = {
    {0.4361, 0.2225, 0.0139}, {0.3851, 0.7169, 0.0971}, {0.1431, 0.0606, 0.7141}
  };

  private static final double SAME_COLOR = 0.003;

  /** Less than one of 255 steps, anywhere. */
  private static final double SAME_LIGHT = 0.002;

  private final ByteBuffer profile;

  IccProfile(byte[] profile) {
    this.profile = ByteBuffer.wrap(profile);
  }

  /** How the profile calls its colours, such as {@code "RGB "}; empty if it is no profile. */
  String colorSpace() {
    boolean valid = profile.limit() > HEADER + 4 && text(36).equals("acsp");
    return valid ? text(16) : "";
  }

  /** Whether converting to sRGB would change nothing. */
  boolean isSrgb() {
    try {
      return colorSpace().equals("RGB ")
          && tag("A2B0") < 0
          && isPrimary("rXYZ", PRIMARIES[0])
          && isPrimary("gXYZ", PRIMARIES[1])
          && isPrimary("bXYZ", PRIMARIES[2])
          && isCurve("rTRC")
          && isCurve("gTRC")
          && isCurve("bTRC");
    } catch (IndexOutOfBoundsException e) {
      // Broken: whoever uses it will find out.
      return false;
    }
  }

  private boolean isPrimary(String name, double[] xyz) {
    int at = tag(name);
    boolean same = at > 0;
    for (int i = 0; same && i < 3; i++) {
      same = Math.abs(fixed(at + 8 + 4 * i) - xyz[i]) < SAME_COLOR;
    }
    return same;
  }

  private boolean isCurve(String name) {
    int at = tag(name);
    boolean same = at > 0;
    for (int i = 0; same && i <= 16; i++) {
      same = Math.abs(light(at, i / 16.0) - srgb(i / 16.0)) < SAME_LIGHT;
    }
    return same;
  }

  /** Linear light of a value by a curve of the profile; negative for curves of rarer kinds. */
  private double light(int at, double value) {
    if (text(at).equals("para") && profile.getShort(at + 8) == 3) {
      return parametric(at + 12, value);
    }
    int points = text(at).equals("curv") ? profile.getInt(at + 8) : 0;
    if (points < 2) {
      return -1;
    }
    double place = value * (points - 1);
    int below = (int) Math.min(place, points - 2);
    double low = point(at, below);
    return low + (place - below) * (point(at, below + 1) - low);
  }

  /** The curve of the standard's section 10.18 that sRGB is written in: g, a, b, c, d. */
  private double parametric(int at, double value) {
    return value >= fixed(at + 16)
        ? Math.pow(fixed(at + 4) * value + fixed(at + 8), fixed(at))
        : fixed(at + 12) * value;
  }

  private double point(int curve, int index) {
    return (profile.getShort(curve + 12 + 2 * index) & 0xFFFF) / 65535.0;
  }

  /** IEC 61966-2-1. */
  private static double srgb(double value) {
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private int tag(String name) {
    int count = Math.min(profile.getInt(HEADER), 100);
    for (int i = 0; i < count; i++) {
      int entry = HEADER + 4 + ENTRY * i;
      if (text(entry).equals(name)) {
        return profile.getInt(entry + 4);
      }
    }
    return -1;
  }

  private double fixed(int at) {
    return profile.getInt(at) / 65536.0;
  }

  private String text(int at) {
    var text = new byte[4];
    profile.get(at, text);
    return new String(text, ISO_8859_1);
  }
}
