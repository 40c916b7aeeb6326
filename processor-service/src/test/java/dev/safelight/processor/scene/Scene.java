package dev.safelight.processor.scene;

import java.awt.image.BufferedImage;

/**
 * A picture of four differently coloured quarters, which looks the same at any size and different
 * from any side.
 *
 * @param topLeft colour as 0xAARRGGBB
 * @param topRight colour as 0xAARRGGBB
 * @param bottomLeft colour as 0xAARRGGBB
 * @param bottomRight colour as 0xAARRGGBB
 */
public record Scene(int topLeft, int topRight, int bottomLeft, int bottomRight) {

  /** Opaque, and every quarter another hue. */
  public static final Scene COLORED = new Scene(0xFFC83232, 0xFF32A03C, 0xFF2846B4, 0xFFE6DC78);

  /** Opaque greys. */
  public static final Scene GRAY = new Scene(0xFF202020, 0xFF606060, 0xFFA0A0A0, 0xFFE0E0E0);

  /** Wholly, half and not at all transparent. */
  public static final Scene TRANSPARENT = new Scene(0x0000FF00, 0x8032A03C, 0xFF2846B4, 0xFFE6DC78);

  /** Wholly transparent or not at all, which is all that some formats can. */
  public static final Scene CUT_OUT = new Scene(0x00000000, 0xFF32A03C, 0xFF2846B4, 0xFFE6DC78);

  /** The picture, as {@link BufferedImage#TYPE_INT_ARGB} or {@code TYPE_INT_RGB}. */
  public BufferedImage draw(int width, int height, int type) {
    var picture = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, at(2 * x >= width, 2 * y >= height));
      }
    }
    return picture;
  }

  /** The opaque picture. */
  public BufferedImage draw(int width, int height) {
    return draw(width, height, BufferedImage.TYPE_INT_RGB);
  }

  private int at(boolean right, boolean bottom) {
    if (bottom) {
      return right ? bottomRight : bottomLeft;
    }
    return right ? topRight : topLeft;
  }

  /**
   * How a camera stores a picture that is to be shown by this Exif orientation: the words of the
   * standard (row 0 is the visual right side, ...) turned into coordinates one by one.
   */
  public static BufferedImage stored(BufferedImage shown, int orientation) {
    int right = shown.getWidth() - 1;
    int bottom = shown.getHeight() - 1;
    boolean turned = orientation >= 5;
    var stored =
        new BufferedImage(
            turned ? shown.getHeight() : shown.getWidth(),
            turned ? shown.getWidth() : shown.getHeight(),
            shown.getType());
    for (int y = 0; y < stored.getHeight(); y++) {
      for (int x = 0; x < stored.getWidth(); x++) {
        int color =
            switch (orientation) {
              case 1 -> shown.getRGB(x, y);
              case 2 -> shown.getRGB(right - x, y);
              case 3 -> shown.getRGB(right - x, bottom - y);
              case 4 -> shown.getRGB(x, bottom - y);
              case 5 -> shown.getRGB(y, x);
              case 6 -> shown.getRGB(right - y, x);
              case 7 -> shown.getRGB(right - y, bottom - x);
              case 8 -> shown.getRGB(y, bottom - x);
              default -> throw new IllegalArgumentException("Orientation " + orientation);
            };
        stored.setRGB(x, y, color);
      }
    }
    return stored;
  }
}
