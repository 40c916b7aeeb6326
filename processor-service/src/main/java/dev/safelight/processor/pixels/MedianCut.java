package dev.safelight.processor.pixels;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Finds the colours that stand best for all of a picture: the colour space, in steps of 5 bits a
 * channel, is cut at the mean of the part and along the axis that vary the most, over and over.
 */
final class MedianCut {

  private static final int BINS = 1 << 15;

  private final long[] counts = new long[BINS];
  private final long[] reds = new long[BINS];
  private final long[] greens = new long[BINS];
  private final long[] blues = new long[BINS];

  /** Counts the pixels that are not 0, which is transparent. */
  MedianCut(int[] argb) {
    for (int pixel : argb) {
      if (pixel != 0) {
        int bin = bin(pixel);
        counts[bin]++;
        reds[bin] += pixel >> 16 & 0xFF;
        greens[bin] += pixel >> 8 & 0xFF;
        blues[bin] += pixel & 0xFF;
      }
    }
  }

  static int bin(int pixel) {
    return (pixel >> 9 & 0x7C00) | (pixel >> 6 & 0x3E0) | (pixel >> 3 & 0x1F);
  }

  /** At most that many opaque colours. */
  int[] colors(int most) {
    var largest = Comparator.comparingDouble(ColorBox::variation).reversed();
    var boxes = new PriorityQueue<ColorBox>(largest);
    boxes.add(ColorBox.all(counts));
    while (boxes.size() < most && boxes.element().variation() > 0) {
      var box = boxes.remove();
      boxes.addAll(box.halves());
    }
    return boxes.stream().mapToInt(this::mean).toArray();
  }

  private int mean(ColorBox box) {
    var sums = new long[4];
    box.forEachBin(
        bin -> {
          sums[0] += counts[bin];
          sums[1] += reds[bin];
          sums[2] += greens[bin];
          sums[3] += blues[bin];
        });
    return 0xFF000000
        | rounded(sums[1], sums[0]) << 16
        | rounded(sums[2], sums[0]) << 8
        | rounded(sums[3], sums[0]);
  }

  private static int rounded(long sum, long count) {
    return (int) ((sum + count / 2) / count);
  }
}
