package dev.safelight.processor.vips;

import dev.safelight.processor.libvips.VipsImage;
import dev.safelight.recipe.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes pictures smaller, each from the smallest one made before that is large enough; what has the
 * same size is made once.
 */
final class Cascade {

  private final List<VipsImage> made = new ArrayList<>();

  Cascade(VipsImage largest) {
    made.add(largest);
  }

  /** The picture at exactly that size, which is not above that of the largest. */
  VipsImage at(Size size) {
    var source = smallestOfAtLeast(size);
    if (Scaling.sizeOf(source).equals(size)) {
      return source;
    }
    var smaller = Scaling.to(size, source).computed();
    made.add(smaller);
    return smaller;
  }

  private VipsImage smallestOfAtLeast(Size size) {
    var smallest = made.getFirst();
    for (var picture : made) {
      if (picture.width() >= size.width()
          && picture.height() >= size.height()
          && picture.width() <= smallest.width()
          && picture.height() <= smallest.height()) {
        smallest = picture;
      }
    }
    return smallest;
  }
}
