package dev.safelight.processor.vips;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.safelight.processor.libvips.VipsImage;
import dev.safelight.processor.process.Preview;
import dev.safelight.recipe.Resize;
import dev.safelight.recipe.Size;

/** Small pictures for the core to look at. */
final class Previews {

  private Previews() {}

  static Size sizeOf(Size picture) {
    return Resize.within(Preview.MAX_EDGE).frame(picture.width(), picture.height()).scaled();
  }

  static Preview of(VipsImage small) {
    var picture = small.computed();
    int bands = picture.bands();
    var bytes = picture.pixels().toArray(JAVA_BYTE);
    var argb = new int[picture.width() * picture.height()];
    for (int i = 0; i < argb.length; i++) {
      int alpha = bands == 4 ? bytes[4 * i + 3] : 255;
      argb[i] =
          alpha << 24
              | (bytes[bands * i] & 0xFF) << 16
              | (bytes[bands * i + 1] & 0xFF) << 8
              | (bytes[bands * i + 2] & 0xFF);
    }
    return new Preview(picture.width(), picture.height(), argb);
  }
}
