package dev.safelight.processor.vips;

import dev.safelight.processor.libvips.Vips;
import dev.safelight.processor.libvips.VipsJob;
import dev.safelight.processor.process.Orientation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes animated variants, all of them at once, so that each frame is decoded once. */
final class Reels {

  private final Vips vips;
  private final Steps steps;

  Reels(Vips vips, Steps steps) {
    this.vips = vips;
    this.steps = steps;
  }

  Map<Order, Encoded> make(List<Order> orders, Loader loader, Orientation orientation) {
    if (orders.isEmpty()) {
      return Map.of();
    }
    try (var job = vips.begin()) {
      var film = new Film(Damage.blamed(loader::frames), new Upright(orientation));
      var reels = new LinkedHashMap<Order, Reel>();
      for (int frame = 0; frame < film.count(); frame++) {
        add(film, frame, job, orders, reels);
      }
      var made = new LinkedHashMap<Order, Encoded>();
      reels.forEach((order, reel) -> made.put(order, reel.encoded(order)));
      return made;
    }
  }

  /** A frame is gone when all reels have theirs of it. */
  private void add(Film film, int frame, VipsJob all, List<Order> orders, Map<Order, Reel> reels) {
    try (var job = vips.begin()) {
      var cascade = new Cascade(Damage.blamed(() -> film.frame(frame, job)));
      for (var order : orders) {
        var framed = Framing.in(order.frame(), cascade.at(order.size()));
        var picture = steps.apply(job, order.rest(), framed);
        reels
            .computeIfAbsent(order, key -> new Reel(all, film, Scaling.sizeOf(picture)))
            .add(picture);
      }
    }
  }
}
