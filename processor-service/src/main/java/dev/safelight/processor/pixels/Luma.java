package dev.safelight.processor.pixels;

/** The brightness of pixels by ITU-R BT.601: 0.299 R + 0.587 G + 0.114 B. */
public final class Luma {

  private static final int RED = 19595;
  private static final int GREEN = 38470;
  private static final int BLUE = 7471;
  private static final int HALF = 1 << 15;

  private Luma() {}

  /** The picture without its colours. */
  public static Picture of(Picture picture) {
    var gray = new int[picture.argb().length];
    for (int i = 0; i < gray.length; i++) {
      int pixel = picture.argb()[i];
      gray[i] = (pixel & 0xFF000000) | (0x010101 * luma(pixel));
    }
    return new Picture(picture.width(), picture.height(), picture.hasAlpha(), gray);
  }

  private static int luma(int pixel) {
    int weighted = RED * (pixel >> 16 & 0xFF) + GREEN * (pixel >> 8 & 0xFF) + BLUE * (pixel & 0xFF);
    return (weighted + HALF) >> 16;
  }
}
