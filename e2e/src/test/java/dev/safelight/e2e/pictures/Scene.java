package dev.safelight.e2e.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;

/**
 * A picture of four differently coloured quarters, which looks the same at any size and different
 * from any side.
 */
public final class Scene {

  /** Red, green, blue, yellow: from left to right and from top to bottom. */
  private static final int[] QUARTERS = {0xFFC83232, 0xFF32A03C, 0xFF2846B4, 0xFFE6DC78};

  /** What lossy formats may do to flat colours; an eye would not see it at a glance. */
  private static final int TOLERANCE = 12;

  private Scene() {}

  /** The picture as it is to be seen. */
  public static BufferedImage draw(int width, int height) {
    return draw(width, height, BufferedImage.TYPE_INT_RGB, 0);
  }

  /** The same with a wholly transparent first quarter. */
  public static BufferedImage cutOut(int width, int height) {
    return draw(width, height, BufferedImage.TYPE_INT_ARGB, 1);
  }

  private static BufferedImage draw(int width, int height, int type, int firstQuarter) {
    var picture = new BufferedImage(width, height, type);
    var pen = picture.createGraphics();
    for (int i = firstQuarter; i < QUARTERS.length; i++) {
      pen.setColor(new Color(QUARTERS[i]));
      int left = i % 2 * width / 2;
      int top = i / 2 * height / 2;
      pen.fillRect(left, top, (width + 1) / 2, (height + 1) / 2);
    }
    pen.dispose();
    return picture;
  }

  /** How a camera that was turned to its side stores it: to be shown by Exif orientation 6. */
  public static BufferedImage turned(int width, int height) {
    var shown = draw(width, height);
    var stored = new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < width; y++) {
      for (int x = 0; x < height; x++) {
        stored.setRGB(x, y, shown.getRGB(width - 1 - y, x));
      }
    }
    return stored;
  }

  /** Asserts that a picture shows the scene upright and in its colours. */
  public static void assertShownBy(BufferedImage picture) {
    for (int quarter = 0; quarter < QUARTERS.length; quarter++) {
      assertQuarter(picture, quarter);
    }
  }

  /** Asserts that a picture shows the scene with its first quarter transparent. */
  public static void assertCutOutShownBy(BufferedImage picture) {
    assertThat(color(picture, 0) >>> 24).as("opacity of the first quarter").isZero();
    for (int quarter = 1; quarter < QUARTERS.length; quarter++) {
      assertQuarter(picture, quarter);
    }
  }

  private static void assertQuarter(BufferedImage picture, int quarter) {
    int seen = color(picture, quarter);
    assertThat(difference(seen, QUARTERS[quarter]))
        .as("quarter %d: #%08x for #%08x", quarter, seen, QUARTERS[quarter])
        .isLessThanOrEqualTo(TOLERANCE);
  }

  private static int color(BufferedImage picture, int quarter) {
    int x = (1 + 2 * (quarter % 2)) * picture.getWidth() / 4;
    int y = (1 + 2 * (quarter / 2)) * picture.getHeight() / 4;
    return picture.getRGB(x, y);
  }

  private static int difference(int one, int other) {
    int largest = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      largest = Math.max(largest, Math.abs((one >>> shift & 0xFF) - (other >>> shift & 0xFF)));
    }
    return largest;
  }
}
