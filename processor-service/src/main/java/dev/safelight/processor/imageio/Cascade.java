package dev.safelight.processor.imageio;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import net.coobird.thumbnailator.resizers.Resizers;

/**
 * Makes pictures smaller, each from the smallest one made before that is large enough; what has the
 * same size is made once.
 */
final class Cascade {

  private final BufferedImage full;
  private final List<BufferedImage> made = new ArrayList<>();

  Cascade(BufferedImage full) {
    this.full = full;
    made.add(full);
  }

  /** The picture that fits within a square of that edge, never larger than the original. */
  BufferedImage fitting(int edge) {
    int longest = Math.max(full.getWidth(), full.getHeight());
    if (longest <= edge) {
      return full;
    }
    int width = scaled(full.getWidth(), edge, longest);
    int height = scaled(full.getHeight(), edge, longest);
    var source = smallestOfAtLeast(width, height);
    if (source.getWidth() == width && source.getHeight() == height) {
      return source;
    }
    var smaller = new BufferedImage(width, height, full.getType());
    Resizers.PROGRESSIVE.resize(source, smaller);
    made.add(smaller);
    return smaller;
  }

  private BufferedImage smallestOfAtLeast(int width, int height) {
    var smallest = full;
    for (var picture : made) {
      if (picture.getWidth() >= width
          && picture.getHeight() >= height
          && picture.getWidth() <= smallest.getWidth()) {
        smallest = picture;
      }
    }
    return smallest;
  }

  private static int scaled(int length, int edge, int longest) {
    return (int) Math.max(1, Math.round((double) length * edge / longest));
  }
}
