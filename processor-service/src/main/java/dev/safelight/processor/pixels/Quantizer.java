package dev.safelight.processor.pixels;

import java.util.Arrays;

/**
 * Reduces pictures to 256 colours: to their own where they have no more, otherwise to those found
 * by {@link MedianCut}, whose errors are spread by {@link Dither}.
 */
public final class Quantizer {

  static final int MAX_COLORS = 256;

  private Quantizer() {}

  /** The reduced picture; a pixel is transparent if it is so by more than half. */
  public static IndexedPicture reduce(Picture picture) {
    var argb = picture.hasAlpha() ? cutOut(picture.argb()) : picture.argb();
    return FewColors.in(argb)
        .map(own -> indexed(picture, own, exact(own, argb)))
        .orElseGet(() -> approximated(picture, argb));
  }

  private static IndexedPicture approximated(Picture picture, int[] argb) {
    var palette = chosen(argb);
    return indexed(picture, palette, new Dither(palette, picture.width()).indices(argb));
  }

  private static IndexedPicture indexed(Picture picture, int[] palette, byte[] indices) {
    return new IndexedPicture(picture.width(), picture.height(), palette, indices);
  }

  private static byte[] exact(int[] palette, int[] argb) {
    var indices = new byte[argb.length];
    for (int i = 0; i < argb.length; i++) {
      indices[i] = (byte) Arrays.binarySearch(palette, argb[i]);
    }
    return indices;
  }

  private static int[] cutOut(int[] argb) {
    var cutOut = new int[argb.length];
    for (int i = 0; i < argb.length; i++) {
      cutOut[i] = argb[i] >>> 24 < 128 ? 0 : argb[i] | 0xFF000000;
    }
    return cutOut;
  }

  private static int[] chosen(int[] argb) {
    boolean transparent = Arrays.stream(argb).anyMatch(pixel -> pixel == 0);
    var opaque = new MedianCut(argb).colors(transparent ? MAX_COLORS - 1 : MAX_COLORS);
    return transparent ? Arrays.copyOf(opaque, opaque.length + 1) : opaque;
  }
}
