package dev.safelight.recipe;

/**
 * Makes a picture smaller, never larger.
 *
 * @param width in pixels, at least 1; {@link #FREE} for whatever the height demands
 * @param height in pixels, at least 1; {@link #FREE} for whatever the width demands
 * @param fit how both are met; with a free side, every fit but {@link Fit#INSIDE} is as that
 */
public record Resize(int width, int height, Fit fit) implements PixelStep {

  /** A side without a bound. */
  public static final int FREE = Integer.MAX_VALUE;

  /** Refuses sides that no picture can have. */
  public Resize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("A picture has at least one pixel");
    }
  }

  /** Whole within a square. */
  public static Resize within(int edge) {
    return new Resize(edge, edge, Fit.INSIDE);
  }

  /** The sizes that come of this for a picture of that size. */
  public Frame frame(int pictureWidth, int pictureHeight) {
    boolean free = width == FREE || height == FREE;
    return switch (free ? Fit.INSIDE : fit) {
      case INSIDE ->
          Frame.exactly(scaled(pictureWidth, pictureHeight, inside(pictureWidth, pictureHeight)));
      case CONTAIN ->
          new Frame(
              scaled(pictureWidth, pictureHeight, inside(pictureWidth, pictureHeight)),
              new Size(width, height));
      case COVER -> cover(pictureWidth, pictureHeight);
      case FILL ->
          Frame.exactly(new Size(Math.min(width, pictureWidth), Math.min(height, pictureHeight)));
    };
  }

  private double inside(int pictureWidth, int pictureHeight) {
    return Math.min(1, Math.min((double) width / pictureWidth, (double) height / pictureHeight));
  }

  /**
   * Where the picture is too small to cover the frame, the frame shrinks and keeps its proportions.
   */
  private Frame cover(int pictureWidth, int pictureHeight) {
    double needed = Math.max((double) width / pictureWidth, (double) height / pictureHeight);
    double scale = Math.min(1, needed);
    var scaled = scaled(pictureWidth, pictureHeight, scale);
    var frame = scaled(width, height, scale / needed);
    return new Frame(
        scaled,
        new Size(
            Math.min(frame.width(), scaled.width()), Math.min(frame.height(), scaled.height())));
  }

  private static Size scaled(int width, int height, double scale) {
    return new Size(
        (int) Math.max(1, Math.round(width * scale)),
        (int) Math.max(1, Math.round(height * scale)));
  }
}
