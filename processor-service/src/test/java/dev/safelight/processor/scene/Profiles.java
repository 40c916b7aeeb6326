package dev.safelight.processor.scene;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** ICC profiles (ICC.1, version 2), built from the numbers that define them. */
public final class Profiles {

  private Profiles() {}

  /** Display P3: primaries adapted to D50, and the curve of sRGB. */
  public static byte[] displayP3() {
    return matrix(
        new double[] {0.51512, 0.24120, -0.00105},
        new double[] {0.29198, 0.69225, 0.04189},
        new double[] {0.15710, 0.06657, 0.78407},
        curve(v -> v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4)));
  }

  /** Adobe RGB (1998): wider in green, and a gamma of 2.2. */
  public static byte[] adobeRgb() {
    return matrix(
        new double[] {0.60974, 0.31111, 0.01947},
        new double[] {0.20528, 0.62567, 0.06087},
        new double[] {0.14919, 0.06322, 0.74457},
        curve(v -> Math.pow(v, 2.19921875)));
  }

  /** Grey of this gamma; sRGB is near 2.2, so 1.0 is much brighter than it looks. */
  public static byte[] gray(double gamma) {
    var tags = new LinkedHashMap<String, byte[]>();
    tags.put("wtpt", xyz(0.96420, 1.0, 0.82491));
    tags.put("kTRC", curve(v -> Math.pow(v, gamma)));
    return profile("mntr", "GRAY", "XYZ ", tags);
  }

  /** Inks that look as their complements do in sRGB, except that cyan and yellow are swapped. */
  public static byte[] swappedInks() {
    var table = table(4, 3);
    for (int corner = 0; corner < 16; corner++) {
      boolean black = (corner & 1) != 0;
      int red = black || (corner & 2) != 0 ? 0 : 1;
      int green = black || (corner & 4) != 0 ? 0 : 1;
      int blue = black || (corner & 8) != 0 ? 0 : 1;
      table.u8(Lab.of(red, green, blue));
    }
    identities(table, 3);
    // The way back is never taken, but readers refuse a profile without one.
    var back = table(3, 4).zeros(8 * 4);
    identities(back, 4);
    return profile("prtr", "CMYK", "Lab ", Map.of("A2B0", table.done(), "B2A0", back.done()));
  }

  /** The head of a table (lut8Type) that knows the corners only; its entries are to follow. */
  private static Bytes table(int inputs, int outputs) {
    var table = Bytes.of("mft1").u32be(0).u8(inputs, outputs, 2, 0);
    table.u32be(65536, 0, 0, 0, 65536, 0, 0, 0, 65536);
    identities(table, inputs);
    return table;
  }

  private static void identities(Bytes table, int count) {
    for (int i = 0; i < count * 256; i++) {
      table.u8(i);
    }
  }

  private static byte[] matrix(double[] red, double[] green, double[] blue, byte[] curve) {
    var tags = new LinkedHashMap<String, byte[]>();
    tags.put("wtpt", xyz(0.96420, 1.0, 0.82491));
    tags.put("rXYZ", xyz(red));
    tags.put("gXYZ", xyz(green));
    tags.put("bXYZ", xyz(blue));
    tags.put("rTRC", curve);
    tags.put("gTRC", curve);
    tags.put("bTRC", curve);
    return profile("mntr", "RGB ", "XYZ ", tags);
  }

  private static byte[] xyz(double... values) {
    var xyz = Bytes.of("XYZ ").u32be(0);
    for (double value : values) {
      xyz.u32be((int) Math.round(value * 65536));
    }
    return xyz.done();
  }

  private static byte[] curve(DoubleUnaryOperator linear) {
    var curve = Bytes.of("curv").u32be(0, 1024);
    for (int i = 0; i < 1024; i++) {
      curve.u16be((int) Math.round(linear.applyAsDouble(i / 1023.0) * 65535));
    }
    return curve.done();
  }

  private static byte[] profile(String kind, String space, String pcs, Map<String, byte[]> given) {
    var tags = new LinkedHashMap<>(given);
    tags.put("desc", description());
    var table = new Bytes().u32be(tags.size());
    var data = new Bytes();
    int start = 128 + 4 + tags.size() * 12;
    tags.forEach(
        (name, value) -> {
          table.text(name).u32be(start + data.size(), value.length);
          data.raw(value).zeros(-value.length & 3);
        });
    var header = new Bytes().u32be(start + data.size()).u32be(0, 0x02400000);
    header.text(kind).text(space).text(pcs).u16be(2026, 1, 1, 0, 0, 0).text("acsp").zeros(28);
    header.u32be(0xF6D6, 0x10000, 0xD32D).zeros(48);
    return header.raw(table.done()).raw(data.done()).done();
  }

  private static byte[] description() {
    var text = Secrets.MARK;
    return Bytes.of("desc").u32be(0, text.length() + 1).text(text).zeros(1 + 4 + 4 + 70).done();
  }
}
