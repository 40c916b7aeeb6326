package dev.safelight.processor.jpeg;

/**
 * Makes samples of coefficients: 8 × 8 by the algorithm of Loeffler, Ligtenberg and Moschytz with
 * integers, or fewer by the discrete cosine transform of the lowest frequencies only, which is the
 * block made smaller.
 */
final class InverseDct {

  private static final int BITS = 13;
  private static final int SPARE = 2;
  private static final int CENTRE = 128;

  /** Square root of 1/8, and half of the cosines of 1/8 and 3/8 of a half turn. */
  private static final int DIAGONAL = 2896;

  private static final int NEAR = 3784;
  private static final int FAR = 1567;

  private final int[] space = new int[64];

  /** Decodes one block into a square of samples. */
  void apply(short[] in, int from, int[] factors, Component target, int to) {
    byte[] out = target.samples;
    int stride = target.sampleStride;
    switch (target.size) {
      case 1 -> out[to] = sample(in[from] * factors[0], 3);
      case 2 -> two(in, from, factors, out, to, stride);
      case 4 -> four(in, from, factors, out, to, stride);
      default -> eight(in, from, factors, out, to, stride);
    }
  }

  private static void two(short[] in, int from, int[] factors, byte[] out, int to, int stride) {
    int mean = in[from] * factors[0];
    int x = in[from + 1] * factors[1];
    int y = in[from + 8] * factors[8];
    int both = in[from + 9] * factors[9];
    out[to] = sample(mean + x + y + both, 3);
    out[to + 1] = sample(mean - x + y - both, 3);
    out[to + stride] = sample(mean + x - y - both, 3);
    out[to + stride + 1] = sample(mean - x - y + both, 3);
  }

  private void four(short[] in, int from, int[] factors, byte[] out, int to, int stride) {
    for (int x = 0; x < 4; x++) {
      int a = in[from + x] * factors[x];
      int b = in[from + 8 + x] * factors[8 + x];
      int c = in[from + 16 + x] * factors[16 + x];
      int d = in[from + 24 + x] * factors[24 + x];
      int even = (a + c) * DIAGONAL;
      int odd = b * NEAR + d * FAR;
      space[x] = (even + odd) >> 8;
      space[12 + x] = (even - odd) >> 8;
      even = (a - c) * DIAGONAL;
      odd = b * FAR - d * NEAR;
      space[4 + x] = (even + odd) >> 8;
      space[8 + x] = (even - odd) >> 8;
    }
    for (int y = 0; y < 4; y++) {
      int row = to + y * stride;
      int a = space[4 * y];
      int b = space[4 * y + 1];
      int c = space[4 * y + 2];
      int d = space[4 * y + 3];
      int even = (a + c) * DIAGONAL;
      int odd = b * NEAR + d * FAR;
      out[row] = sample(even + odd, 18);
      out[row + 3] = sample(even - odd, 18);
      even = (a - c) * DIAGONAL;
      odd = b * FAR - d * NEAR;
      out[row + 1] = sample(even + odd, 18);
      out[row + 2] = sample(even - odd, 18);
    }
  }

  private void eight(short[] in, int from, int[] factors, byte[] out, int to, int stride) {
    for (int x = 0; x < 8; x++) {
      column(in, from + x, factors, x);
    }
    for (int y = 0; y < 8; y++) {
      row(8 * y, out, to + y * stride);
    }
  }

  private void column(short[] in, int from, int[] factors, int x) {
    if ((in[from + 8]
            | in[from + 16]
            | in[from + 24]
            | in[from + 32]
            | in[from + 40]
            | in[from + 48]
            | in[from + 56])
        == 0) {
      int flat = (in[from] * factors[x]) << SPARE;
      for (int y = x; y < 64; y += 8) {
        space[y] = flat;
      }
      return;
    }
    for (int y = 0; y < 8; y++) {
      space[x + 8 * y] = in[from + 8 * y] * factors[x + 8 * y];
    }
    line(x, 8, BITS - SPARE);
  }

  private void row(int first, byte[] out, int to) {
    if ((space[first + 1]
            | space[first + 2]
            | space[first + 3]
            | space[first + 4]
            | space[first + 5]
            | space[first + 6]
            | space[first + 7])
        == 0) {
      byte flat = sample(space[first], SPARE + 3);
      for (int x = 0; x < 8; x++) {
        out[to + x] = flat;
      }
      return;
    }
    line(first, 1, 0);
    for (int x = 0; x < 8; x++) {
      out[to + x] = sample(space[first + x], BITS + SPARE + 3);
    }
  }

  /** Eight coefficients into eight samples, in place; the constants are cosines times 2^13. */
  private void line(int at, int step, int shift) {
    int[] s = space;
    int half = shift == 0 ? 0 : 1 << (shift - 1);
    int i2 = s[at + 2 * step];
    int i6 = s[at + 6 * step];
    int z1 = (i2 + i6) * 4433;
    int t2 = z1 - i6 * 15137;
    int t3 = z1 + i2 * 6270;
    int t0 = (s[at] + s[at + 4 * step]) << BITS;
    int t1 = (s[at] - s[at + 4 * step]) << BITS;
    int e0 = t0 + t3 + half;
    int e3 = t0 - t3 + half;
    int e1 = t1 + t2 + half;
    int e2 = t1 - t2 + half;
    int o0 = s[at + 7 * step];
    int o1 = s[at + 5 * step];
    int o2 = s[at + 3 * step];
    int o3 = s[at + step];
    int z5 = (o0 + o2 + o1 + o3) * 9633;
    int y1 = (o0 + o3) * -7373;
    int y2 = (o1 + o2) * -20995;
    int y3 = (o0 + o2) * -16069 + z5;
    int y4 = (o1 + o3) * -3196 + z5;
    o0 = o0 * 2446 + y1 + y3;
    o1 = o1 * 16819 + y2 + y4;
    o2 = o2 * 25172 + y2 + y3;
    o3 = o3 * 12299 + y1 + y4;
    s[at] = (e0 + o3) >> shift;
    s[at + 7 * step] = (e0 - o3) >> shift;
    s[at + step] = (e1 + o2) >> shift;
    s[at + 6 * step] = (e1 - o2) >> shift;
    s[at + 2 * step] = (e2 + o1) >> shift;
    s[at + 5 * step] = (e2 - o1) >> shift;
    s[at + 3 * step] = (e3 + o0) >> shift;
    s[at + 4 * step] = (e3 - o0) >> shift;
  }

  private static byte sample(int scaled, int shift) {
    return (byte) Math.max(0, Math.min(255, ((scaled + (1 << (shift - 1))) >> shift) + CENTRE));
  }
}
