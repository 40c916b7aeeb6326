package dev.safelight.processor.imageio;

import dev.safelight.processor.jpeg.JpegPixels;
import dev.safelight.processor.pixels.Picture;
import java.awt.color.ICC_Profile;
import org.jspecify.annotations.Nullable;

/** Converts row by row, and in place, what is packed into one integer for each pixel. */
final class PackedRows {

  private final int width;
  private final int colors;
  private final int[] pixels;
  private final ColorTransform transform;

  private PackedRows(JpegPixels picture, ColorTransform transform) {
    this.width = picture.width();
    this.colors = picture.colors();
    this.pixels = picture.pixels();
    this.transform = transform;
  }

  /** The picture in sRGB; its pixels are those that were given. */
  static Picture convert(JpegPixels picture) {
    var transform = ColorTransform.of(profile(picture.profile()), picture.colors());
    if (!transform.equals(ColorTransform.NONE) && !transform.equals(ColorTransform.GRAY)) {
      var rows = new PackedRows(picture, transform);
      for (int y = 0; y < picture.height(); y++) {
        rows.convert(y * picture.width());
      }
    }
    return new Picture(picture.width(), picture.height(), false, picture.pixels());
  }

  private static @Nullable ICC_Profile profile(byte @Nullable [] profile) {
    try {
      return profile == null ? null : ICC_Profile.getInstance(profile);
    } catch (IllegalArgumentException e) {
      // Browsers show the picture as if there were no profile.
      return null;
    }
  }

  private void convert(int from) {
    var samples = new byte[width * colors];
    int highest = 8 * Math.max(2, colors - 1);
    int at = 0;
    for (int x = from; x < from + width; x++) {
      for (int color = 0; color < colors; color++) {
        samples[at++] = (byte) (pixels[x] >> (highest - 8 * color));
      }
    }
    var rgb = transform.apply(samples);
    for (int x = 0; x < width; x++) {
      pixels[from + x] = Argb.pack(255, rgb, x);
    }
  }
}
