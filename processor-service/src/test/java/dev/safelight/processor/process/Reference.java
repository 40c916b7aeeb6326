package dev.safelight.processor.process;

import dev.safelight.processor.process.overlay.Overlay;
import dev.safelight.recipe.Box;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** What each step means, computed pixel by pixel, slowly, and by nothing that engines use. */
final class Reference {

  /** The colour of a pixel from that of another picture's. */
  @FunctionalInterface
  interface Pixel {
    int at(int x, int y, int color);
  }

  private Reference() {}

  static BufferedImage map(BufferedImage picture, Pixel pixel) {
    var mapped = canvas(picture.getWidth(), picture.getHeight());
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        mapped.setRGB(x, y, pixel.at(x, y, picture.getRGB(x, y)));
      }
    }
    return mapped;
  }

  static BufferedImage grayscale(BufferedImage picture) {
    return map(
        picture,
        (x, y, color) -> {
          double luma =
              0.299 * (color >> 16 & 0xFF) + 0.587 * (color >> 8 & 0xFF) + 0.114 * (color & 0xFF);
          return (color & 0xFF000000) | (int) Math.round(luma) * 0x010101;
        });
  }

  static BufferedImage crop(BufferedImage picture, Box box) {
    return map(
        canvas(box.width(), box.height()),
        (x, y, none) -> picture.getRGB(box.left() + x, box.top() + y));
  }

  /** Clockwise. */
  static BufferedImage rotate(BufferedImage picture, int angle) {
    int right = picture.getWidth() - 1;
    int bottom = picture.getHeight() - 1;
    return switch (angle) {
      case 90 -> map(canvas(bottom + 1, right + 1), (x, y, none) -> picture.getRGB(y, bottom - x));
      case 180 -> map(picture, (x, y, none) -> picture.getRGB(right - x, bottom - y));
      case 270 -> map(canvas(bottom + 1, right + 1), (x, y, none) -> picture.getRGB(right - y, x));
      default -> throw new IllegalArgumentException("Angle " + angle);
    };
  }

  /** Each pixel is the mean of the area it covers, weighted by alpha. */
  static BufferedImage resize(BufferedImage picture, int width, int height) {
    double scaleX = (double) picture.getWidth() / width;
    double scaleY = (double) picture.getHeight() / height;
    return map(
        canvas(width, height),
        (x, y, none) -> {
          var sum = new double[5];
          for (int row = (int) (y * scaleY); row < (y + 1) * scaleY; row++) {
            for (int column = (int) (x * scaleX); column < (x + 1) * scaleX; column++) {
              double part = overlap(column, x * scaleX, scaleX) * overlap(row, y * scaleY, scaleY);
              if (column < picture.getWidth() && row < picture.getHeight()) {
                add(sum, picture.getRGB(column, row), part);
              }
            }
          }
          return color(sum);
        });
  }

  static BufferedImage blur(BufferedImage picture, double sigma) {
    return along(along(picture, sigma, 1, 0), sigma, 0, 1);
  }

  static BufferedImage sharpen(BufferedImage picture, double sigma, double amount) {
    var blurred = blur(picture, sigma);
    return map(
        picture,
        (x, y, color) -> {
          int sharp = color & 0xFF000000;
          for (int shift = 0; shift <= 16; shift += 8) {
            int value = color >> shift & 0xFF;
            double more = amount * (value - (blurred.getRGB(x, y) >> shift & 0xFF));
            sharp |= Math.clamp(Math.round(value + more), 0, 255) << shift;
          }
          return sharp;
        });
  }

  static BufferedImage over(BufferedImage picture, Overlay overlay) {
    var result = map(picture, (x, y, color) -> color);
    for (var place : overlay.places(picture.getWidth(), picture.getHeight())) {
      for (int i = 0; i < overlay.argb().length; i++) {
        int x = place.left() + i % overlay.width();
        int y = place.top() + i / overlay.width();
        if (x >= 0 && y >= 0 && x < picture.getWidth() && y < picture.getHeight()) {
          result.setRGB(x, y, over(result.getRGB(x, y), overlay.argb()[i]));
        }
      }
    }
    return result;
  }

  private static int over(int below, int above) {
    double cover = (above >>> 24) / 255.0;
    var sum = new double[5];
    add(sum, above, 1);
    add(sum, below, 1 - cover);
    sum[4] = 1;
    return color(sum);
  }

  private static BufferedImage along(BufferedImage picture, double sigma, int dx, int dy) {
    int reach = (int) Math.ceil(4 * sigma);
    var weights = new double[2 * reach + 1];
    Arrays.setAll(weights, i -> Math.exp(-(i - reach) * (i - reach) / (2 * sigma * sigma)));
    return map(
        picture,
        (x, y, none) -> {
          var sum = new double[5];
          for (int i = -reach; i <= reach; i++) {
            int column = Math.clamp(x + (long) i * dx, 0, picture.getWidth() - 1);
            int row = Math.clamp(y + (long) i * dy, 0, picture.getHeight() - 1);
            add(sum, picture.getRGB(column, row), weights[i + reach]);
          }
          return color(sum);
        });
  }

  private static double overlap(int pixel, double start, double length) {
    return Math.max(0, Math.min(pixel + 1, start + length) - Math.max(pixel, start));
  }

  /** Alpha, red, green and blue, premultiplied, and the sum of the weights. */
  private static void add(double[] sum, int color, double weight) {
    double alpha = (color >>> 24) * weight;
    sum[0] += alpha;
    sum[1] += alpha * (color >> 16 & 0xFF);
    sum[2] += alpha * (color >> 8 & 0xFF);
    sum[3] += alpha * (color & 0xFF);
    sum[4] += weight;
  }

  private static int color(double[] sum) {
    int color = (int) Math.round(sum[0] / sum[4]);
    for (int i = 1; i <= 3; i++) {
      color = color << 8 | (sum[0] == 0 ? 0 : (int) Math.round(sum[i] / sum[0]));
    }
    return color;
  }

  private static BufferedImage canvas(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
  }
}
