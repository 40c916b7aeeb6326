package dev.safelight.processor.process;

import java.awt.image.BufferedImage;

/**
 * Structural similarity (Wang and others, 2004) of the luma of two pictures: 1 for the same, near 0
 * for strangers. Windows of 8 × 8 pixels, every fourth in each direction.
 */
final class Ssim {

  private static final int WINDOW = 8;
  private static final int STRIDE = 4;
  private static final double C1 = Math.pow(0.01 * 255, 2);
  private static final double C2 = Math.pow(0.03 * 255, 2);

  private Ssim() {}

  /** Compares two pictures of the same size, laid over white. */
  static double of(BufferedImage one, BufferedImage other) {
    if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
      throw new IllegalArgumentException("Only pictures of the same size can be compared");
    }
    double sum = 0;
    int windows = 0;
    for (int top = 0; top == 0 || top + WINDOW <= one.getHeight(); top += STRIDE) {
      for (int left = 0; left == 0 || left + WINDOW <= one.getWidth(); left += STRIDE) {
        sum += window(one, other, left, top);
        windows++;
      }
    }
    return sum / windows;
  }

  private static double window(BufferedImage one, BufferedImage other, int left, int top) {
    double sum1 = 0;
    double sum2 = 0;
    double squares1 = 0;
    double squares2 = 0;
    double products = 0;
    int right = Math.min(left + WINDOW, one.getWidth());
    int bottom = Math.min(top + WINDOW, one.getHeight());
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        double a = luma(one.getRGB(x, y));
        double b = luma(other.getRGB(x, y));
        sum1 += a;
        sum2 += b;
        squares1 += a * a;
        squares2 += b * b;
        products += a * b;
      }
    }
    double n = (double) (right - left) * (bottom - top);
    double mean1 = sum1 / n;
    double mean2 = sum2 / n;
    double variances = squares1 / n - mean1 * mean1 + squares2 / n - mean2 * mean2;
    double covariance = products / n - mean1 * mean2;
    return (2 * mean1 * mean2 + C1)
        * (2 * covariance + C2)
        / ((mean1 * mean1 + mean2 * mean2 + C1) * (variances + C2));
  }

  private static double luma(int argb) {
    double luma = 0.299 * (argb >> 16 & 0xFF) + 0.587 * (argb >> 8 & 0xFF) + 0.114 * (argb & 0xFF);
    int alpha = argb >>> 24;
    return luma * alpha / 255 + 255 - alpha;
  }
}
