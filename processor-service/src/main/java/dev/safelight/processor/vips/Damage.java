package dev.safelight.processor.vips;

import dev.safelight.processor.libvips.VipsException;
import dev.safelight.processor.process.BadImageException;
import java.util.function.Supplier;

/** Tells what is the fault of a file from what is not. */
final class Damage {

  static final String DAMAGED = "The image is damaged: its pixels cannot be read";

  private Damage() {}

  /**
   * Does what reads the file. Where libvips fails at that, it is the file's fault, unless there is
   * no memory; anywhere else it is ours.
   *
   * @throws BadImageException if the file is broken; what libvips said is for the log
   */
  static <T> T blamed(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (VipsException e) {
      if (String.valueOf(e.getMessage()).contains("out of memory")) {
        throw (Error) new OutOfMemoryError("libvips: " + e.getMessage()).initCause(e);
      }
      throw BadImageException.unreadable(DAMAGED, e);
    }
  }
}
