package dev.safelight.processor.vips;

import dev.safelight.processor.libvips.Interpretation;
import dev.safelight.processor.libvips.VipsImage;
import dev.safelight.processor.libvips.VipsJob;
import dev.safelight.processor.process.BadImageException;
import dev.safelight.processor.process.SourceImage;
import dev.safelight.recipe.Size;
import org.jspecify.annotations.Nullable;

/** The first frame of an original, from which pictures of any size are taken. */
final class Negative {

  private final VipsJob job;
  private final Loader loader;
  private final Upright upright;

  /** All of its pixels, if they had to be looked at. */
  private final @Nullable VipsImage whole;

  private final boolean hasAlpha;
  private final Size size;

  /**
   * Reads what comes before the pixels, and the pixels where some may be transparent.
   *
   * @throws BadImageException if that cannot be read
   */
  Negative(VipsJob job, SourceImage source) {
    this.job = job;
    this.upright = new Upright(source.orientation());
    this.loader = new Loader(job, source);
    var stored = Damage.blamed(loader::open);
    this.size = upright.of(Scaling.sizeOf(stored));
    this.whole = stored.hasAlpha() ? withAlphaIfUsed(stored) : null;
    this.hasAlpha = whole != null && whole.hasAlpha();
  }

  /** As shown. */
  Size size() {
    return size;
  }

  /** Whether any pixel is transparent, even in part. */
  boolean hasAlpha() {
    return hasAlpha;
  }

  /**
   * The picture, upright, in memory, sRGB, with nothing but its pixels.
   *
   * @param wanted as shown, no larger than {@link #size}
   * @throws BadImageException if it cannot be read whole
   */
  VipsImage print(Size wanted) {
    return Damage.blamed(
        () -> {
          var stored = upright.of(wanted);
          var scaled = Scaling.to(stored, decoded(stored));
          return upright.apply(bare(Colors.toSrgb(scaled).computed()));
        });
  }

  /** A file is read from top to bottom, so that it has to be opened for each print. */
  private VipsImage decoded(Size needed) {
    return whole == null ? Colors.ofEightBits(loader.open(needed)) : whole;
  }

  private VipsImage withAlphaIfUsed(VipsImage stored) {
    var picture = Damage.blamed(() -> Colors.ofEightBits(stored).computed());
    return Alpha.isUsed(picture) ? picture : Alpha.dropped(picture);
  }

  /** The pixels alone: what else a file said is attached to all that was made of it till here. */
  private VipsImage bare(VipsImage picture) {
    return job.wrap(
        picture.pixels(), picture.width(), picture.height(), picture.bands(), Interpretation.SRGB);
  }
}
