package dev.safelight.processor.vips;

import dev.safelight.processor.libvips.VipsImage;
import dev.safelight.processor.libvips.VipsJob;
import dev.safelight.recipe.Box;

/**
 * The frames of an animation, each on the whole canvas. They are below each other in one image that
 * is decoded from top to bottom, so each can be had once, and in their order.
 */
final class Film {

  private static final String HEIGHT = "page-height";
  private static final String DELAYS = "delay";
  private static final String LOOP = "loop";

  private final VipsImage frames;
  private final Upright upright;
  private final int height;

  Film(VipsImage frames, Upright upright) {
    this.frames = frames;
    this.upright = upright;
    this.height = frames.integer(HEIGHT).orElse(frames.height());
  }

  int count() {
    return frames.height() / height;
  }

  /** The next frame in memory of the job: upright, sRGB, with nothing but its pixels. */
  VipsImage frame(int number, VipsJob job) {
    var box = new Box(0, number * height, frames.width(), height);
    var cut = Colors.ofEightBits(Framing.cut(box, job.borrow(frames)));
    return upright.apply(Bare.pixels(job, Colors.toSrgb(cut)));
  }

  /** Says of frames below each other what they are, as this film says it of its own. */
  void describe(VipsImage reel) {
    reel.set(HEIGHT, reel.height() / count());
    reel.set(LOOP, frames.integer(LOOP).orElse(0));
    frames.integers(DELAYS).ifPresent(delays -> reel.set(DELAYS, delays));
  }
}
