package dev.safelight.processor.imageio;

import static java.util.Objects.requireNonNull;

import dev.safelight.processor.pixels.Picture;
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
import java.util.stream.Collectors;

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
    var film = Film.of(source, decoder);
    var first = film.next();
    long decoded = System.nanoTime();
    var cascade = new Cascade(first.picture());
    var made = made(source, specs, first, film, cascade);
    var preview = preview(cascade);
    return new DevelopedImage(
        first.picture().width(),
        first.picture().height(),
        first.picture().hasAlpha(),
        named(specs, made),
        preview,
        PhotoFacts.NONE,
        new Effort(
            Duration.ofNanos(decoded - began), Duration.ofNanos(System.nanoTime() - decoded)));
  }

  private Map<Order, Encoded> made(
      SourceImage source, List<VariantSpec> specs, Shot first, Film film, Cascade cascade) {
    var orders =
        specs.stream()
            .map(Order::of)
            .distinct()
            .collect(Collectors.partitioningBy(order -> order.isAnimated(source.header())));
    var made = new HashMap<Order, Encoded>();
    made.putAll(stills.make(orders.getOrDefault(false, List.of()), cascade));
    made.putAll(reels.make(orders.getOrDefault(true, List.of()), first, film));
    return made;
  }

  private static List<EncodedVariant> named(List<VariantSpec> specs, Map<Order, Encoded> made) {
    return specs.stream()
        .map(spec -> requireNonNull(made.get(Order.of(spec))).named(spec.name()))
        .toList();
  }

  private static Preview preview(Cascade cascade) {
    var original = cascade.original();
    var size = Resize.within(Preview.MAX_EDGE).frame(original.width(), original.height()).scaled();
    Picture small = cascade.scaled(size);
    return new Preview(small.width(), small.height(), small.argb());
  }
}
