package dev.safelight.processor.imageio;

import dev.safelight.processor.pixels.Picture;
import dev.safelight.processor.process.PictureFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes still pictures of an original; one at a time is in memory beside the cascade's. */
final class Stills {

  private final Steps steps;
  private final PictureWriter writer;
  private final Set<PictureFormat> formats;

  Stills(Steps steps, PictureWriter writer, Set<PictureFormat> formats) {
    this.steps = steps;
    this.writer = writer;
    this.formats = formats;
  }

  Map<Order, Encoded> make(List<Order> orders, Cascade cascade) {
    var made = new HashMap<Order, Encoded>();
    Order.bySteps(orders, cascade.original().size())
        .forEach(
            (list, same) -> {
              var picture = steps.apply(list, cascade).withoutNeedlessAlpha();
              same.forEach(order -> made.put(order, encoded(picture, order)));
            });
    return made;
  }

  private Encoded encoded(Picture picture, Order order) {
    var format = PictureFormat.chosen(order.format(), picture.hasAlpha(), formats);
    var content =
        switch (format) {
          case JPEG -> writer.jpeg(picture, order.quality());
          case PNG -> writer.png(picture);
          case WEBP -> writer.webp(picture, order.quality());
          case GIF -> writer.gif(picture);
          case AVIF -> throw new IllegalStateException("AVIF is none of the formats");
        };
    return new Encoded(format, picture.width(), picture.height(), content);
  }
}
