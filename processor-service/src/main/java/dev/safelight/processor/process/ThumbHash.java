package dev.safelight.processor.process;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Writes ThumbHashes (Evan Wallace, 2023): a blurred picture in about 25 bytes. */
final class ThumbHash {

  private final int width;
  private final int height;
  private final boolean hasAlpha;
  private final ThumbHashChannel luminance;
  private final ThumbHashChannel yellowBlue;
  private final ThumbHashChannel redGreen;
  private final ThumbHashChannel alpha;

  private ThumbHash(ThumbHashColors colors) {
    this.width = colors.width();
    this.height = colors.height();
    this.hasAlpha = colors.hasAlpha();
    this.luminance = colors.luminance(Math.max(3, columns()), Math.max(3, rows()));
    this.yellowBlue = colors.yellowBlue(3, 3);
    this.redGreen = colors.redGreen(3, 3);
    this.alpha = colors.alpha(5, 5);
  }

  /** The hash, in Base64. */
  static String of(Preview preview) {
    return Base64.getEncoder().encodeToString(new ThumbHash(new ThumbHashColors(preview)).bytes());
  }

  private int columns() {
    return terms(width);
  }

  private int rows() {
    return terms(height);
  }

  private int terms(int length) {
    int most = hasAlpha ? 5 : 7;
    return (int) Math.max(1, Math.round((double) most * length / Math.max(width, height)));
  }

  private byte[] bytes() {
    var terms = terms();
    int header = hasAlpha ? 6 : 5;
    var bytes = new byte[header + (terms.size() + 1) / 2];
    writeHeader(bytes);
    for (int i = 0; i < terms.size(); i++) {
      bytes[header + i / 2] |= (byte) (quantized(15, terms.get(i)) << (i % 2 * 4));
    }
    return bytes;
  }

  private void writeHeader(byte[] bytes) {
    boolean landscape = width > height;
    int colors =
        quantized(63, luminance.mean())
            | quantized(31.5, 1 + yellowBlue.mean()) << 6
            | quantized(31.5, 1 + redGreen.mean()) << 12
            | quantized(31, luminance.scale()) << 18
            | (hasAlpha ? 1 << 23 : 0);
    int shape =
        (landscape ? rows() : columns())
            | quantized(63, yellowBlue.scale()) << 3
            | quantized(63, redGreen.scale()) << 9
            | (landscape ? 1 << 15 : 0);
    bytes[0] = (byte) colors;
    bytes[1] = (byte) (colors >> 8);
    bytes[2] = (byte) (colors >> 16);
    bytes[3] = (byte) shape;
    bytes[4] = (byte) (shape >> 8);
    if (hasAlpha) {
      bytes[5] = (byte) (quantized(15, alpha.mean()) | quantized(15, alpha.scale()) << 4);
    }
  }

  private List<Double> terms() {
    var terms = new ArrayList<Double>();
    terms.addAll(luminance.terms());
    terms.addAll(yellowBlue.terms());
    terms.addAll(redGreen.terms());
    if (hasAlpha) {
      terms.addAll(alpha.terms());
    }
    return terms;
  }

  private static int quantized(double most, double value) {
    return (int) Math.round(most * value);
  }
}
