package dev.safelight.processor.imageio;

import dev.safelight.processor.pixels.Layers;
import dev.safelight.processor.pixels.Picture;

/** Where the frames of an animation are put together. Transparent at the beginning. */
final class Canvas {

  private Layers layers;
  private Runnable disposal = () -> {};

  Canvas(int width, int height) {
    this.layers = new Layers(Picture.transparent(width, height));
  }

  /** What is seen once this frame is there. */
  Picture show(StoredFrame frame, Picture pixels) {
    disposal.run();
    disposal = disposal(frame, pixels);
    if (frame.blended()) {
      layers.lay(pixels, frame.left(), frame.top());
    } else {
      layers.put(pixels, frame.left(), frame.top());
    }
    return layers.picture();
  }

  private Runnable disposal(StoredFrame frame, Picture pixels) {
    return switch (frame.disposal()) {
      case KEEP -> () -> {};
      case CLEAR -> () -> layers.clear(frame.left(), frame.top(), pixels.width(), pixels.height());
      case RESTORE -> {
        var before = layers.picture();
        yield () -> layers = new Layers(before);
      }
    };
  }
}
