package dev.safelight.processor.imageio;

import dev.safelight.imageheader.ImageHeader;
import dev.safelight.recipe.FormatChoice;
import dev.safelight.recipe.PixelStep;
import dev.safelight.recipe.Resize;
import dev.safelight.recipe.Size;
import dev.safelight.recipe.VariantSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a variant is but for its name: variants of the same order are the same, byte by byte.
 *
 * @param steps what is done to the original
 * @param format how the format is chosen
 * @param quality of lossy formats
 */
record Order(List<PixelStep> steps, FormatChoice format, int quality) {

  static Order of(VariantSpec spec) {
    return new Order(spec.steps(), spec.format(), spec.quality());
  }

  /** Whether all frames are asked for, and there are several. */
  boolean isAnimated(ImageHeader header) {
    boolean animatable =
        switch (header.type()) {
          case GIF, WEBP -> true;
          case JPEG, PNG, BMP, TIFF -> false;
        };
    return animatable
        && header.frames() > 1
        && (format == FormatChoice.WEBP || format == FormatChoice.GIF);
  }

  /** What has the same steps together, the largest first, as a {@link Cascade} wants it. */
  static Map<List<PixelStep>, List<Order>> bySteps(List<Order> orders, Size original) {
    var largestFirst = new ArrayList<>(orders);
    largestFirst.sort(Comparator.comparingLong((Order o) -> o.firstArea(original)).reversed());
    return largestFirst.stream()
        .collect(Collectors.groupingBy(Order::steps, LinkedHashMap::new, Collectors.toList()));
  }

  /** Number of pixels to which the original is scaled at first. */
  private long firstArea(Size original) {
    int width = original.width();
    int height = original.height();
    if (!steps.isEmpty() && steps.getFirst() instanceof Resize resize) {
      var scaled = resize.frame(width, height).scaled();
      return (long) scaled.width() * scaled.height();
    }
    return (long) width * height;
  }
}
