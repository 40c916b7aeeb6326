package dev.safelight.processor.vips;

import dev.safelight.imageheader.ImageType;
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
  private final boolean isJpeg;

  /** All of its pixels, if they had to be looked at. */
  private final @Nullable VipsImage whole;

  private final boolean hasAlpha;
  private final Size size;

  /**
   * Reads what comes before the pixels, and the pixels where some may be transparent.
   *
   * @throws BadImageException if that cannot be read
   */
  Negative(VipsJob job, SourceImage source, Loader loader) {
    this.job = job;
    this.upright = new Upright(source.orientation());
    this.loader = loader;
    this.isJpeg = source.header().type() == ImageType.JPEG;
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
          return upright.apply(Bare.pixels(job, Colors.toSrgb(scaled)));
        });
  }

  /** Whether {@link #stream} can be had. */
  boolean streams() {
    return isJpeg && upright.keepsRows();
  }

  /**
   * The whole picture, upright and sRGB, decoded row by row when it is encoded, once. Metadata is
   * still attached to it.
   */
  VipsImage stream(VipsJob borrower) {
    return upright.apply(Colors.toSrgb(borrower.borrow(decoded(size))));
  }

  /** A file is read from top to bottom, so that it has to be opened for each print. */
  private VipsImage decoded(Size stored) {
    return whole == null ? Colors.ofEightBits(loader.open(stored)) : whole;
  }

  private static VipsImage withAlphaIfUsed(VipsImage stored) {
    return Damage.blamed(() -> Alpha.droppedIfUnused(Colors.ofEightBits(stored)));
  }
}
