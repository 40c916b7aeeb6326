package dev.safelight.processor.pixels;

/**
 * A rectangle of a picture, whose edges may run through pixels.
 *
 * @param left in pixels, 0 or more
 * @param top in pixels, 0 or more
 * @param width in pixels
 * @param height in pixels
 */
public record Area(double left, double top, double width, double height) {

  /** All of a picture. */
  public static Area of(Picture picture) {
    return new Area(0, 0, picture.width(), picture.height());
  }

  Area shrunk(int across, int down) {
    return new Area(left / across, top / down, width / across, height / down);
  }
}
