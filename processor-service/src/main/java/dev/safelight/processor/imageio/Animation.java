package dev.safelight.processor.imageio;

import dev.safelight.processor.pixels.Picture;

/** An animation that is being written. All of its pictures have the same size. */
interface Animation {

  /** Adds the next picture, shown for so long. */
  void add(Picture picture, int delayMillis);

  /** The whole file; nothing can be added any more. */
  byte[] finish();
}
