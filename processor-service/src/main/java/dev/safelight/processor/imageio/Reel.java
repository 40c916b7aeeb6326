package dev.safelight.processor.imageio;

import dev.safelight.processor.pixels.Picture;
import dev.safelight.processor.process.PictureFormat;
import dev.safelight.recipe.FormatChoice;

/** An animated variant in the making. */
final class Reel {

  private final Order order;
  private final PictureFormat format;
  private final Animation animation;
  private int width;
  private int height;

  private Reel(Order order, PictureFormat format, Animation animation) {
    this.order = order;
    this.format = format;
    this.animation = animation;
  }

  /** Begins a variant that is shown as often as the original. */
  static Reel of(Order order, int plays, PictureWriter writer) {
    return order.format() == FormatChoice.GIF
        ? new Reel(order, PictureFormat.GIF, new GifAnimation(plays))
        : new Reel(order, PictureFormat.WEBP, new WebpAnimation(writer, order.quality(), plays));
  }

  Order order() {
    return order;
  }

  void add(Picture picture, int delayMillis) {
    width = picture.width();
    height = picture.height();
    animation.add(picture, delayMillis);
  }

  Encoded developed() {
    return new Encoded(format, width, height, animation.finish());
  }
}
