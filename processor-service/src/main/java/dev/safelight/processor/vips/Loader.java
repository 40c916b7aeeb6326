package dev.safelight.processor.vips;

import dev.safelight.imageheader.ImageHeader;
import dev.safelight.imageheader.ImageType;
import dev.safelight.processor.libvips.Arguments;
import dev.safelight.processor.libvips.VipsFile;
import dev.safelight.processor.libvips.VipsImage;
import dev.safelight.processor.libvips.VipsJob;
import dev.safelight.processor.process.BadImageException;
import dev.safelight.processor.process.ExtraSamples;
import dev.safelight.processor.process.JpegScans;
import dev.safelight.processor.process.SourceImage;
import dev.safelight.recipe.Box;
import dev.safelight.recipe.Size;

/** Opens an original by the one loader for its type; pixels are decoded when they are asked for. */
final class Loader {

  /** VipsAccess: from top to bottom, once; so that no more than some rows are held. */
  private static final int SEQUENTIAL = 1;

  /** VipsFailOn. libjpeg only warns of missing and broken data, and paints grey. */
  private static final int ON_ERROR = 2;

  private static final int ON_WARNING = 3;

  private final VipsJob job;
  private final ImageHeader header;
  private final VipsFile file;
  private final byte[] content;
  private final Tolerance tolerance;

  /**
   * Looks at what can be seen without decoding.
   *
   * @throws BadImageException if that is wrong
   */
  Loader(VipsJob job, SourceImage source, Tolerance tolerance) {
    this.tolerance = tolerance;
    this.job = job;
    this.header = source.header();
    this.content = source.content();
    if (header.type() == ImageType.JPEG) {
      JpegScans.requireWhole(content);
    }
    this.file = job.file(content);
  }

  /** The first frame, or page, at its own size. */
  VipsImage open() {
    var picture = load(options());
    requireClaimed(picture.width(), picture.height());
    return header.type() == ImageType.GIF ? surrounded(picture) : picture;
  }

  /** All frames below each other, each on the whole canvas. */
  VipsImage frames() {
    var frames = load(options().with("n", -1));
    requireClaimed(frames.width(), frames.integer("page-height").orElse(frames.height()));
    if ((long) frames.height() > (long) header.height() * header.frames()) {
      throw BadImageException.unreadable("The image has more frames than its header says");
    }
    return frames;
  }

  /**
   * The first frame, decoded at no more than it needs to be scaled down to that size, where the
   * format allows such a thing.
   */
  VipsImage open(Size needed) {
    double shrink =
        Math.min(
            (double) header.width() / needed.width(), (double) header.height() / needed.height());
    return switch (header.type()) {
      case JPEG ->
          load(options().with("shrink", Math.clamp(Integer.highestOneBit((int) shrink), 1, 8)));
      case WEBP -> load(options().with("scale", Math.min(1, 1 / shrink)));
      case PNG, GIF, BMP, TIFF -> open();
    };
  }

  private VipsImage load(Arguments options) {
    return switch (header.type()) {
      case JPEG -> job.load("jpegload", file, options);
      case PNG -> job.load("pngload", file, options);
      case GIF -> job.load("gifload", file, options);
      case WEBP -> job.load("webpload", file, options);
      case TIFF -> withoutUnspecified(job.load("tiffload", file, options));
      case BMP -> Bitmap.load(job, content, header);
    };
  }

  private VipsImage withoutUnspecified(VipsImage tiff) {
    return tiff.hasAlpha() && ExtraSamples.areUnspecified(content) ? Alpha.dropped(tiff) : tiff;
  }

  /** libvips paints what no frame covers, unless the GIF has a transparent colour. */
  private VipsImage surrounded(VipsImage gif) {
    var canvas = Scaling.sizeOf(gif);
    var frame = GifScreen.firstFrame(content, canvas);
    return gif.hasAlpha() || frame.equals(new Box(0, 0, canvas.width(), canvas.height()))
        ? gif
        : Framing.on(canvas, frame.left(), frame.top(), Framing.cut(frame, gif));
  }

  private Arguments options() {
    boolean strict = header.type() == ImageType.JPEG && tolerance == Tolerance.NONE;
    return Arguments.none()
        .with("access", SEQUENTIAL)
        .with("fail_on", strict ? ON_WARNING : ON_ERROR);
  }

  /** The limits were checked against the header, so a decoder may not find more than it said. */
  private void requireClaimed(int width, int height) {
    if (width > header.width() || height > header.height()) {
      throw BadImageException.unreadable("The image is larger than its header says");
    }
  }
}
