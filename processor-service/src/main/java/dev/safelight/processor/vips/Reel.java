package dev.safelight.processor.vips;

import dev.safelight.processor.libvips.Interpretation;
import dev.safelight.processor.libvips.VipsImage;
import dev.safelight.processor.libvips.VipsJob;
import dev.safelight.processor.process.PictureFormat;
import dev.safelight.recipe.FormatChoice;
import dev.safelight.recipe.Size;
import java.lang.foreign.MemorySegment;

/** The frames of one animated variant, as they are made. */
final class Reel {

  private static final int BANDS = 4;

  private final VipsJob job;
  private final Film film;
  private final Size size;
  private final MemorySegment pixels;
  private long filled;

  /** Holds as many frames of that size as the film has, until the job is closed. */
  Reel(VipsJob job, Film film, Size size) {
    this.job = job;
    this.film = film;
    this.size = size;
    this.pixels = job.allocate((long) size.width() * size.height() * BANDS * film.count());
  }

  void add(VipsImage picture) {
    var frame = Alpha.added(picture).computed().pixels();
    MemorySegment.copy(frame, 0, pixels, filled, frame.byteSize());
    filled += frame.byteSize();
  }

  Encoded encoded(Order order) {
    var format = order.format() == FormatChoice.GIF ? PictureFormat.GIF : PictureFormat.WEBP;
    var frames =
        job.wrap(pixels, size.width(), size.height() * film.count(), BANDS, Interpretation.SRGB);
    film.describe(frames);
    return new Encoded(format, size, Encoder.encode(frames, format, order.quality()));
  }
}
