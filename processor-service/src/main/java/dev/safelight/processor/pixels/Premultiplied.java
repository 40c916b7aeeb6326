package dev.safelight.processor.pixels;

/** Pixels whose colours are weighted by their alpha, as averages of transparent ones need. */
final class Premultiplied {

  private Premultiplied() {}

  /** The picture with weighted colours, or the same if it has no alpha. */
  static Picture of(Picture picture) {
    if (!picture.hasAlpha()) {
      return picture;
    }
    var weighted = new int[picture.argb().length];
    for (int i = 0; i < weighted.length; i++) {
      weighted[i] = weighted(picture.argb()[i]);
    }
    return new Picture(picture.width(), picture.height(), true, weighted);
  }

  /** Takes the weights of {@link #of} away, in place. */
  static Picture undo(Picture weighted) {
    if (weighted.hasAlpha()) {
      var argb = weighted.argb();
      for (int i = 0; i < argb.length; i++) {
        argb[i] = unweighted(argb[i]);
      }
    }
    return weighted;
  }

  static int weighted(int pixel) {
    int alpha = pixel >>> 24;
    return switch (alpha) {
      case 255 -> pixel;
      case 0 -> 0;
      default ->
          alpha << 24
              | (((pixel >> 16 & 0xFF) * alpha + 127) / 255) << 16
              | (((pixel >> 8 & 0xFF) * alpha + 127) / 255) << 8
              | ((pixel & 0xFF) * alpha + 127) / 255;
    };
  }

  private static int unweighted(int pixel) {
    int alpha = pixel >>> 24;
    return switch (alpha) {
      case 255 -> pixel;
      case 0 -> 0;
      default ->
          alpha << 24
              | color(pixel >> 16 & 0xFF, alpha) << 16
              | color(pixel >> 8 & 0xFF, alpha) << 8
              | color(pixel & 0xFF, alpha);
    };
  }

  private static int color(int weighted, int alpha) {
    return Math.min(255, (weighted * 255 + alpha / 2) / alpha);
  }
}
