package dev.safelight.processor.pixels;

/** Porter and Duff's "source over destination" for pixels that are not premultiplied. */
final class Blend {

  private Blend() {}

  /** Lays a run of pixels over another, in place. */
  static void over(int[] source, int from, int[] target, int to, int count) {
    for (int i = 0; i < count; i++) {
      target[to + i] = over(source[from + i], target[to + i]);
    }
  }

  static int over(int source, int target) {
    int alpha = source >>> 24;
    if (alpha == 255) {
      return source;
    }
    if (alpha == 0) {
      return target;
    }
    return (target >>> 24) == 255 ? overOpaque(source, target, alpha) : mixed(source, target);
  }

  private static int overOpaque(int source, int target, int alpha) {
    int rest = 255 - alpha;
    return 0xFF000000
        | divided((source >> 16 & 0xFF) * alpha + (target >> 16 & 0xFF) * rest) << 16
        | divided((source >> 8 & 0xFF) * alpha + (target >> 8 & 0xFF) * rest) << 8
        | divided((source & 0xFF) * alpha + (target & 0xFF) * rest);
  }

  /** By 255, rounded; exact for products of two bytes. */
  private static int divided(int product) {
    int rounded = product + 128;
    return (rounded + (rounded >> 8)) >> 8;
  }

  /** The weights of both colours, of which the sum is the alpha of the result, are 255 times it. */
  private static int mixed(int source, int target) {
    int above = (source >>> 24) * 255;
    int below = (target >>> 24) * (255 - (source >>> 24));
    int sum = above + below;
    return ((sum + 127) / 255) << 24
        | weighted(source >> 16 & 0xFF, above, target >> 16 & 0xFF, below) << 16
        | weighted(source >> 8 & 0xFF, above, target >> 8 & 0xFF, below) << 8
        | weighted(source & 0xFF, above, target & 0xFF, below);
  }

  private static int weighted(int source, int above, int target, int below) {
    int sum = above + below;
    return (source * above + target * below + sum / 2) / sum;
  }
}
