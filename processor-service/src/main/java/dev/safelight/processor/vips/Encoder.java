package dev.safelight.processor.vips;

import dev.safelight.processor.libvips.Arguments;
import dev.safelight.processor.libvips.Interpretation;
import dev.safelight.processor.libvips.Vips;
import dev.safelight.processor.libvips.VipsException;
import dev.safelight.processor.libvips.VipsImage;
import dev.safelight.processor.process.PictureFormat;

/** Writes pictures that carry no metadata. */
final class Encoder {

  /** VipsForeignSubsample: chroma at half resolution, at any quality. */
  private static final int HALF_CHROMA = 1;

  /** VipsForeignHeifCompression. */
  private static final int AV1 = 4;

  /** VipsForeignPngFilter: each row as its difference to the one above. */
  private static final int UP = 0x20;

  /**
   * Photos of 2.5 megapixels by libvips 8.14 at 4 and with UP: 140 ms and 2.3 MB; at 6 and without,
   * as libvips would have it: 290 ms and 3.5 MB. Drawings become a fifth larger.
   */
  private static final int PNG_COMPRESSION = 4;

  private static final int WEBP_EFFORT = 4;

  /**
   * A photo of 1200 by 900 by libvips 8.14 and libaom 3.6: 0 takes 100 ms of one processor for 83
   * kB, 2 takes 260 ms for 74 kB, 4 takes 1650 ms for 77 kB.
   */
  private static final int AVIF_EFFORT = 2;

  private Encoder() {}

  /** Whether this libvips has an encoder of AVIF: only trying tells. */
  static boolean writesAvif(Vips vips) {
    try (var job = vips.begin()) {
      var black = job.wrap(job.allocate(16 * 16 * 3), 16, 16, 3, Interpretation.SRGB);
      return avif(black, 50).length > 0;
    } catch (VipsException e) {
      return false;
    }
  }

  /** The file; quality is for lossy formats, 1 to 100. */
  static byte[] encode(VipsImage picture, PictureFormat format, int quality) {
    return switch (format) {
      case JPEG -> jpeg(Alpha.overWhite(picture), quality);
      case PNG -> png(picture);
      case WEBP -> webp(picture, quality);
      case AVIF -> avif(picture, quality);
      case GIF -> gif(picture);
    };
  }

  private static byte[] jpeg(VipsImage picture, int quality) {
    return picture.save(
        "jpegsave",
        bare()
            .with("Q", quality)
            .with("interlace", true)
            .with("optimize_coding", true)
            .with("subsample_mode", HALF_CHROMA));
  }

  private static byte[] png(VipsImage picture) {
    return Chunked.png(
        picture.save("pngsave", bare().with("compression", PNG_COMPRESSION).with("filter", UP)));
  }

  private static byte[] webp(VipsImage picture, int quality) {
    return Chunked.webp(
        picture.save("webpsave", bare().with("Q", quality).with("effort", WEBP_EFFORT)));
  }

  private static byte[] avif(VipsImage picture, int quality) {
    return picture.save(
        "heifsave", bare().with("Q", quality).with("compression", AV1).with("effort", AVIF_EFFORT));
  }

  private static byte[] gif(VipsImage picture) {
    return picture.save("gifsave", bare());
  }

  private static Arguments bare() {
    return Arguments.none().with("strip", true);
  }
}
