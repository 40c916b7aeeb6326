package dev.safelight.processor.pixels;

import java.util.Arrays;
import java.util.Optional;

/** Counts colours as long as there are few; a small hash table with open addressing. */
final class FewColors {

  private static final int SLOTS = 1024;

  private final int[] slots = new int[SLOTS];
  private final boolean[] taken = new boolean[SLOTS];
  private int count;

  private FewColors() {}

  /** The colours in ascending order but the transparent one at the end; empty if over 256. */
  static Optional<int[]> in(int[] argb) {
    var colors = new FewColors();
    int last = ~argb[0];
    for (int pixel : argb) {
      if (pixel != last && !colors.add(pixel)) {
        return Optional.empty();
      }
      last = pixel;
    }
    return Optional.of(colors.sorted());
  }

  private boolean add(int color) {
    int slot = (color * 0x9E3779B1) >>> 22;
    while (taken[slot] && slots[slot] != color) {
      slot = (slot + 1) % SLOTS;
    }
    if (!taken[slot]) {
      taken[slot] = true;
      slots[slot] = color;
      count++;
    }
    return count <= Quantizer.MAX_COLORS;
  }

  /** Opaque colours are negative numbers, so the transparent one comes last by itself. */
  private int[] sorted() {
    var colors = new int[count];
    int next = 0;
    for (int slot = 0; slot < SLOTS; slot++) {
      if (taken[slot]) {
        colors[next++] = slots[slot];
      }
    }
    Arrays.sort(colors);
    return colors;
  }
}
