package dev.safelight.processor.pixels;

/** Sharpens: adds to a picture what distinguishes it from its blurred copy. */
public final class UnsharpMask {

  private static final int SHIFT = 8;

  private final GaussianBlur blur;
  private final int amount;

  /**
   * Prepares a mask.
   *
   * @param sigma standard deviation of the blur in pixels
   * @param amount how much of the difference is added
   */
  public UnsharpMask(double sigma, double amount) {
    this.blur = new GaussianBlur(sigma);
    this.amount = (int) Math.round(amount * (1 << SHIFT));
  }

  /** The sharpened picture; its alpha stays. */
  public Picture apply(Picture picture) {
    var argb = picture.argb();
    var blurred = blur.apply(picture).argb();
    var sharp = new int[argb.length];
    for (int i = 0; i < sharp.length; i++) {
      sharp[i] =
          (argb[i] & 0xFF000000)
              | sample(argb[i] >> 16 & 0xFF, blurred[i] >> 16 & 0xFF) << 16
              | sample(argb[i] >> 8 & 0xFF, blurred[i] >> 8 & 0xFF) << 8
              | sample(argb[i] & 0xFF, blurred[i] & 0xFF);
    }
    return new Picture(picture.width(), picture.height(), picture.hasAlpha(), sharp);
  }

  private int sample(int sample, int blurred) {
    int difference = ((sample - blurred) * amount + (1 << (SHIFT - 1))) >> SHIFT;
    return Math.clamp(sample + difference, 0, 255);
  }
}
