package dev.safelight.processor.process;

/**
 * The mean of what can be seen, each pixel as much as it is opaque; black where there is nothing.
 *
 * @param red 0 to 1
 * @param green 0 to 1
 * @param blue 0 to 1
 */
record AverageColor(double red, double green, double blue) {

  static AverageColor of(Preview preview) {
    double red = 0;
    double green = 0;
    double blue = 0;
    double seen = 0;
    for (int argb : preview.argb()) {
      double opacity = (argb >>> 24) / 255.0;
      red += opacity / 255 * (argb >> 16 & 0xFF);
      green += opacity / 255 * (argb >> 8 & 0xFF);
      blue += opacity / 255 * (argb & 0xFF);
      seen += opacity;
    }
    return seen == 0
        ? new AverageColor(0, 0, 0)
        : new AverageColor(red / seen, green / seen, blue / seen);
  }

  /** In the form of CSS, {@code #rrggbb}. */
  String css() {
    return "#%02x%02x%02x"
        .formatted(Math.round(red * 255), Math.round(green * 255), Math.round(blue * 255));
  }
}
