package dev.safelight.processor.vips;

import dev.safelight.processor.libvips.Vips;
import dev.safelight.processor.libvips.VipsImage;
import dev.safelight.processor.process.PictureFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes variants of one picture. */
final class Stills {

  private final Vips vips;
  private final Steps steps;
  private final Set<PictureFormat> formats;

  Stills(Vips vips, Steps steps, Set<PictureFormat> formats) {
    this.vips = vips;
    this.steps = steps;
    this.formats = formats;
  }

  Map<Order, Encoded> make(List<Order> orders, Prints prints) {
    var made = new LinkedHashMap<Order, Encoded>();
    for (var order : orders) {
      made.put(order, prints.isStreamed(order) ? streamed(order, prints) : made(order, prints));
    }
    return made;
  }

  /** Whatever goes wrong while a file is decoded into the encoder is the file's fault. */
  private Encoded streamed(Order order, Prints prints) {
    try (var job = vips.begin()) {
      return Damage.blamed(() -> encoded(prints.stream(job), order));
    }
  }

  /** In a job of its own, so that what it needs on the way is free before the next. */
  private Encoded made(Order order, Prints prints) {
    try (var job = vips.begin()) {
      var scaled = job.borrow(prints.at(order.size()));
      var framed = Framing.in(order.frame(), scaled);
      return encoded(Alpha.droppedIfUnused(steps.apply(job, order.rest(), framed)), order);
    }
  }

  private Encoded encoded(VipsImage picture, Order order) {
    var format = PictureFormat.chosen(order.format(), picture.hasAlpha(), formats);
    var content = Encoder.encode(picture, format, order.quality());
    return new Encoded(format, Scaling.sizeOf(picture), content);
  }
}
