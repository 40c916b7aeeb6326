package dev.safelight.processor.imageio;

import dev.safelight.imageheader.ImageHeader;
import dev.safelight.processor.pixels.Picture;
import dev.safelight.processor.process.BadImageException;
import dev.safelight.processor.process.ExtraSamples;
import dev.safelight.processor.process.SourceImage;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/** Decodes the first picture of a file, whole or not at all. */
final class Decoder {

  static final String CUT_OFF = "The image is cut off: a part of its pixels is missing";
  static final String DAMAGED = "The image is damaged: its pixels cannot be read";

  static final String LARGER = "The image is larger than its header says";

  private final Readers readers;

  Decoder(Readers readers) {
    this.readers = readers;
  }

  /**
   * Decodes into sRGB.
   *
   * @param reduction how many times smaller the result may be: 1, 2, 4 or 8
   * @throws BadImageException if any pixel is missing, or if there are more than the header said
   */
  Original decode(SourceImage source, int reduction) {
    return switch (source.header().type()) {
      case JPEG ->
          JpegPictures.decode(source, reduction)
              .orElseGet(() -> Original.of(Srgb.convert(stored(source), null)));
      case PNG -> Original.of(Srgb.convert(stored(source), PngProfile.of(source.content())));
      case GIF, WEBP, BMP -> Original.of(Srgb.convert(stored(source), null));
      case TIFF -> Original.of(tiff(source));
    };
  }

  private Picture tiff(SourceImage source) {
    var picture = Srgb.convert(stored(source), null);
    return picture.hasAlpha() && ExtraSamples.areUnspecified(source.content())
        ? picture.withoutAlpha()
        : picture;
  }

  private BufferedImage stored(SourceImage source) {
    try {
      var input = SourceInput.of(source);
      var picture = decode(source, input);
      if (input.wasOverrun() && !same(picture, decode(source, SourceInput.padded(source)))) {
        throw BadImageException.unreadable(CUT_OFF);
      }
      return picture;
    } catch (EOFException e) {
      throw BadImageException.unreadable(CUT_OFF, e);
    } catch (IOException | RuntimeException e) {
      // Decoders answer nonsense with any exception there is: index, cast, null, argument.
      throw e instanceof BadImageException bad ? bad : BadImageException.unreadable(DAMAGED, e);
    }
  }

  private BufferedImage decode(SourceImage source, SourceInput input) throws IOException {
    var warnings = new DecoderWarnings();
    var reader = readers.reader(source.header().type());
    try (input) {
      reader.setInput(input, true, true);
      reader.addIIOReadWarningListener(warnings);
      requireClaimed(reader.getWidth(0), reader.getHeight(0), source.header());
      var picture = reader.read(0);
      warnings.requireHarmless();
      return picture;
    } finally {
      reader.dispose();
    }
  }

  private static boolean same(BufferedImage one, BufferedImage other) {
    int width = one.getWidth();
    for (int y = 0; y < one.getHeight(); y++) {
      var row = one.getRaster().getPixels(0, y, width, 1, (int[]) null);
      if (!Arrays.equals(row, other.getRaster().getPixels(0, y, width, 1, (int[]) null))) {
        return false;
      }
    }
    return true;
  }

  /** The limits were checked against the header, so a decoder may not find more than it said. */
  private static void requireClaimed(int width, int height, ImageHeader header) {
    if (width > header.width() || height > header.height()) {
      throw BadImageException.unreadable(LARGER);
    }
  }
}
