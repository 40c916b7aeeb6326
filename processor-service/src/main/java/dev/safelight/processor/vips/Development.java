package dev.safelight.processor.vips;

import static java.util.Objects.requireNonNull;

import dev.safelight.processor.libvips.VipsJob;
import dev.safelight.processor.process.DevelopedImage;
import dev.safelight.processor.process.Effort;
import dev.safelight.processor.process.PhotoFacts;
import dev.safelight.processor.process.SourceImage;
import dev.safelight.recipe.VariantSpec;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Develops one original. */
final class Development {

  private final Stills stills;
  private final Reels reels;
  private final Loader loader;
  private final Negative negative;
  private final SourceImage source;
  private final long began = System.nanoTime();

  /**
   * Reads what has to be known before anything can be made.
   *
   * @param job holds what is needed till the end
   */
  Development(VipsJob job, SourceImage source, Tolerance tolerance, Stills stills, Reels reels) {
    this.stills = stills;
    this.reels = reels;
    this.source = source;
    this.loader = new Loader(job, source, tolerance);
    this.negative = new Negative(job, source, loader);
  }

  DevelopedImage develop(List<VariantSpec> specs) {
    var size = negative.size();
    var orders = specs.stream().map(spec -> Order.of(spec, size)).toList();
    // Large ones first, so that small ones can be made of them.
    var kinds =
        orders.stream()
            .distinct()
            .sorted(Comparator.comparingLong(Order::pixels).reversed())
            .collect(Collectors.partitioningBy(order -> order.isAnimated(source.header())));
    var still = kinds.getOrDefault(false, List.of());
    var prints = new Prints(negative, still);
    long decoded = System.nanoTime();
    Map<Order, Encoded> made = new HashMap<>(stills.make(still, prints));
    made.putAll(reels.make(kinds.getOrDefault(true, List.of()), loader, source.orientation()));
    var preview = Previews.of(prints.cascade().at(Previews.sizeOf(size)));
    return new DevelopedImage(
        size.width(),
        size.height(),
        negative.hasAlpha(),
        specs.stream()
            .map(spec -> requireNonNull(made.get(Order.of(spec, size))).named(spec.name()))
            .toList(),
        preview,
        PhotoFacts.NONE,
        new Effort(
            Duration.ofNanos(decoded - began), Duration.ofNanos(System.nanoTime() - decoded)));
  }
}
