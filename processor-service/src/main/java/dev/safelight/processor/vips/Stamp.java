package dev.safelight.processor.vips;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.safelight.processor.libvips.Interpretation;
import dev.safelight.processor.libvips.VipsImage;
import dev.safelight.processor.libvips.VipsJob;
import dev.safelight.processor.process.overlay.Overlay;
import java.lang.foreign.MemorySegment;

/** Lays a mark over a copy of a picture ("source over", W3C Compositing); touches nothing else. */
final class Stamp {

  private final MemorySegment pixels;
  private final int width;
  private final int height;
  private final int bands;

  private Stamp(MemorySegment pixels, int width, int height, int bands) {
    this.pixels = pixels;
    this.width = width;
    this.height = height;
    this.bands = bands;
  }

  static VipsImage on(VipsJob job, VipsImage picture, Overlay overlay) {
    int width = picture.width();
    int height = picture.height();
    int bands = picture.bands();
    var copy = job.allocate((long) width * height * bands).copyFrom(picture.computed().pixels());
    var stamp = new Stamp(copy, width, height, bands);
    overlay.places(width, height).forEach(place -> stamp.press(overlay, place));
    return job.wrap(copy, width, height, bands, Interpretation.SRGB);
  }

  private void press(Overlay overlay, Overlay.Place place) {
    int left = Math.max(0, place.left());
    int right = Math.min(width, place.left() + overlay.width());
    int bottom = Math.min(height, place.top() + overlay.height());
    for (int y = Math.max(0, place.top()); y < bottom; y++) {
      int row = (y - place.top()) * overlay.width() - place.left();
      for (int x = left; x < right; x++) {
        cover(((long) y * width + x) * bands, overlay.argb()[row + x]);
      }
    }
  }

  private void cover(long at, int argb) {
    int over = argb >>> 24;
    if (over == 0) {
      return;
    }
    int under = bands == 4 ? value(at + 3) : 255;
    int rest = under * (255 - over);
    int alpha = 255 * over + rest;
    for (int band = 0; band < 3; band++) {
      int color = argb >> (16 - 8 * band) & 0xFF;
      int mixed = (color * 255 * over + value(at + band) * rest + alpha / 2) / alpha;
      pixels.set(JAVA_BYTE, at + band, (byte) mixed);
    }
    if (bands == 4) {
      pixels.set(JAVA_BYTE, at + 3, (byte) ((alpha + 127) / 255));
    }
  }

  private int value(long at) {
    return pixels.get(JAVA_BYTE, at) & 0xFF;
  }
}
