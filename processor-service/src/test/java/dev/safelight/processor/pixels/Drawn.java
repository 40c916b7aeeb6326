package dev.safelight.processor.pixels;

import java.util.function.IntBinaryOperator;

/** Pictures of which each pixel is a function of its place. */
final class Drawn {

  private Drawn() {}

  static Picture opaque(int width, int height, IntBinaryOperator color) {
    return draw(width, height, false, (x, y) -> 0xFF000000 | color.applyAsInt(x, y));
  }

  static Picture transparent(int width, int height, IntBinaryOperator color) {
    return draw(width, height, true, color);
  }

  static int gray(int value) {
    return 0x010101 * value;
  }

  private static Picture draw(int width, int height, boolean alpha, IntBinaryOperator color) {
    var argb = new int[width * height];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = color.applyAsInt(i % width, i / width);
    }
    return new Picture(width, height, alpha, argb);
  }
}
