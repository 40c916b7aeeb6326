package dev.safelight.processor.pixels;

/**
 * Three moving averages over a line of pixels. Their window ends in fractions of pixels, so that
 * every standard deviation is met (Gwosdek et al., "Theoretical foundations of Gaussian convolution
 * by extended box filtering", 2011).
 */
final class MovingAverage {

  private static final int PASSES = 3;

  /** Samples keep so many bits of their fractions from pass to pass. */
  private static final int FRACTION = 6;

  private static final int OPAQUE = 0xFF000000;

  private final int radius;
  private final float inner;
  private final float outer;

  MovingAverage(double sigma) {
    double variance = sigma * sigma / PASSES;
    this.radius = (int) Math.floor((Math.sqrt(12 * variance + 1) - 1) / 2);
    double whole = 2 * radius + 1;
    double next = radius + 1;
    double fraction = whole * (radius * next - 3 * variance) / (6 * (variance - next * next));
    this.inner = (float) (1 / (whole + 2 * fraction));
    this.outer = (float) (fraction / (whole + 2 * fraction));
  }

  /** Blurs a line of premultiplied pixels in place. */
  void blur(int[] line, boolean hasAlpha) {
    int margin = PASSES * (radius + 1);
    var channel = new int[line.length + 2 * margin];
    var blurred = new int[line.length];
    for (int shift = hasAlpha ? 24 : 16; shift >= 0; shift -= 8) {
      fill(channel, line, shift, margin);
      for (int pass = 1; pass <= PASSES; pass++) {
        average(channel, channel.length - 2 * (pass - 1) * (radius + 1));
      }
      for (int i = 0; i < line.length; i++) {
        blurred[i] |= (channel[i] + (1 << (FRACTION - 1))) >> FRACTION << shift;
      }
    }
    for (int i = 0; i < line.length; i++) {
      line[i] = hasAlpha ? blurred[i] : blurred[i] | OPAQUE;
    }
  }

  private static void fill(int[] channel, int[] line, int shift, int margin) {
    for (int i = 0; i < channel.length; i++) {
      int pixel = line[Math.clamp(i - margin, 0, line.length - 1)];
      channel[i] = (pixel >>> shift & 0xFF) << FRACTION;
    }
  }

  /** Leaves out what has no neighbours, so the result begins at 0 and is shorter at both ends. */
  private void average(int[] channel, int length) {
    int window = 2 * radius + 1;
    int sum = 0;
    for (int i = 1; i <= window; i++) {
      sum += channel[i];
    }
    for (int i = 0; i + window + 1 < length; i++) {
      int before = channel[i];
      int after = channel[i + window + 1];
      channel[i] = (int) (inner * sum + outer * (before + after) + 0.5f);
      sum += after - channel[i + 1];
    }
  }
}
