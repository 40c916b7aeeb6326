package dev.safelight.processor.process;

/** A picture in the colours of ThumbHash, each from 0 or -1 to 1, laid over its own average. */
final class ThumbHashColors {

  private final int width;
  private final int height;
  private final boolean hasAlpha;
  private final double[] luminance;
  private final double[] yellowBlue;
  private final double[] redGreen;
  private final double[] alpha;

  ThumbHashColors(Preview preview) {
    this.width = preview.width();
    this.height = preview.height();
    int pixels = width * height;
    this.luminance = new double[pixels];
    this.yellowBlue = new double[pixels];
    this.redGreen = new double[pixels];
    this.alpha = new double[pixels];
    var average = AverageColor.of(preview);
    boolean opaque = true;
    for (int i = 0; i < pixels; i++) {
      int argb = preview.argb()[i];
      opaque &= argb >>> 24 == 255;
      put(i, argb, average);
    }
    this.hasAlpha = !opaque;
  }

  private void put(int i, int argb, AverageColor average) {
    double opacity = (argb >>> 24) / 255.0;
    double red = average.red() * (1 - opacity) + opacity / 255 * (argb >> 16 & 0xFF);
    double green = average.green() * (1 - opacity) + opacity / 255 * (argb >> 8 & 0xFF);
    double blue = average.blue() * (1 - opacity) + opacity / 255 * (argb & 0xFF);
    luminance[i] = (red + green + blue) / 3;
    yellowBlue[i] = (red + green) / 2 - blue;
    redGreen[i] = red - green;
    alpha[i] = opacity;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  boolean hasAlpha() {
    return hasAlpha;
  }

  ThumbHashChannel luminance(int columns, int rows) {
    return ThumbHashChannel.of(luminance, width, height, columns, rows);
  }

  ThumbHashChannel yellowBlue(int columns, int rows) {
    return ThumbHashChannel.of(yellowBlue, width, height, columns, rows);
  }

  ThumbHashChannel redGreen(int columns, int rows) {
    return ThumbHashChannel.of(redGreen, width, height, columns, rows);
  }

  ThumbHashChannel alpha(int columns, int rows) {
    return ThumbHashChannel.of(alpha, width, height, columns, rows);
  }
}
