package dev.safelight.processor.imageio;

import static java.util.Objects.requireNonNull;

import dev.safelight.processor.process.DevelopedImage;
import dev.safelight.processor.process.Effort;
import dev.safelight.processor.process.EncodedVariant;
import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.PhotoFacts;
import dev.safelight.processor.process.PictureFormat;
import dev.safelight.processor.process.Preview;
import dev.safelight.processor.process.SourceImage;
import dev.safelight.processor.process.WatermarkImages;
import dev.safelight.processor.process.overlay.Overlays;
import dev.safelight.recipe.Resize;
import dev.safelight.recipe.VariantSpec;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Develops in Java alone. */
final class ImageIoEngine implements ImageEngine {

  /** To be raised with every change that gives other bytes, new versions of libraries included. */
  private static final String IDENTITY = "safelight-imageio 2";

  private static final Set<PictureFormat> FORMATS =
      EnumSet.of(PictureFormat.JPEG, PictureFormat.PNG, PictureFormat.WEBP, PictureFormat.GIF);

  private final Decoder decoder = new Decoder(new Readers());
  private final Stills stills;
  private final Reels reels;

  ImageIoEngine(WatermarkImages marks) {
    var steps = new Steps(new Overlays(marks));
    var writer = new PictureWriter();
    this.stills = new Stills(steps, writer, FORMATS);
    this.reels = new Reels(steps, writer);
  }

  @Override
  public String identity() {
    return IDENTITY;
  }

  @Override
  public Set<PictureFormat> formats() {
    return FORMATS;
  }

  @Override
  public DevelopedImage develop(SourceImage source, List<VariantSpec> specs) {
    long began = System.nanoTime();
    var orders = specs.stream().map(Order::of).distinct().toList();
    var film = Film.of(source, decoder, Reduction.of(source, orders));
    var first = film.next();
    long decoded = System.nanoTime();
    var cascade = new Cascade(first.original());
    var moving = orders.stream().filter(order -> order.isAnimated(source.header())).toList();
    var still = orders.stream().filter(order -> !moving.contains(order)).toList();
    var made = new HashMap<Order, Encoded>();
    made.putAll(stills.make(still, cascade));
    var preview = preview(cascade);
    made.putAll(reels.make(moving, first, film));
    return new DevelopedImage(
        first.original().size().width(),
        first.original().size().height(),
        first.original().picture().hasAlpha(),
        named(specs, made),
        preview,
        PhotoFacts.NONE,
        effort(began, decoded));
  }

  private static Effort effort(long began, long decoded) {
    return new Effort(
        Duration.ofNanos(decoded - began), Duration.ofNanos(System.nanoTime() - decoded));
  }

  private static List<EncodedVariant> named(List<VariantSpec> specs, Map<Order, Encoded> made) {
    return specs.stream()
        .map(spec -> requireNonNull(made.get(Order.of(spec))).named(spec.name()))
        .toList();
  }

  private static Preview preview(Cascade cascade) {
    var original = cascade.original().size();
    var size = Resize.within(Preview.MAX_EDGE).frame(original.width(), original.height()).scaled();
    var small = cascade.scaled(size);
    return new Preview(small.width(), small.height(), small.argb());
  }
}
