package dev.safelight.processor.imageio;

import dev.safelight.processor.process.SourceImage;
import dev.safelight.recipe.Resize;
import java.util.List;

/** Finds out how much smaller an original may be decoded. */
final class Reduction {

  /** None. */
  static final int NONE = 1;

  /** What remains to be made smaller should be so many times as large. */
  private static final double SPARE = 1.2;

  private static final int MOST = 8;

  private Reduction() {}

  /** How many times smaller still is large enough for everything: 1, 2, 4 or 8. */
  static int of(SourceImage source, List<Order> orders) {
    boolean transposed = source.orientation().transposed();
    int width = transposed ? source.header().height() : source.header().width();
    int height = transposed ? source.header().width() : source.header().height();
    double largest = 0;
    for (var order : orders) {
      largest = Math.max(largest, scale(order, width, height));
    }
    int reduction = MOST;
    while (reduction > NONE && largest * SPARE > 1.0 / reduction) {
      reduction /= 2;
    }
    return reduction;
  }

  /** The larger of the scales of width and height that a variant begins with. */
  private static double scale(Order order, int width, int height) {
    if (!order.steps().isEmpty() && order.steps().getFirst() instanceof Resize resize) {
      var scaled = resize.frame(width, height).scaled();
      return Math.max((double) scaled.width() / width, (double) scaled.height() / height);
    }
    return 1;
  }
}
