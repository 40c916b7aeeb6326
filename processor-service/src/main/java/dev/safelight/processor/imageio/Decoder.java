package dev.safelight.processor.imageio;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import dev.safelight.imageheader.ImageHeader;
import dev.safelight.imageheader.ImageType;
import dev.safelight.processor.process.BadImageException;
import dev.safelight.processor.process.SourceImage;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import javax.imageio.ImageReader;

/** Decodes the first frame of an original, whole or not at all. */
final class Decoder {

  private static final String CUT_OFF = "The image is cut off: a part of its pixels is missing";
  private static final String DAMAGED = "The image is damaged: its pixels cannot be read";

  private final Readers readers;

  Decoder(Readers readers) {
    this.readers = readers;
  }

  /**
   * Decodes into whatever layout and colours the file has.
   *
   * @throws BadImageException if any pixel is missing, or if there are more than the header said
   */
  BufferedImage decode(SourceImage source) {
    if (source.header().type() == ImageType.JPEG) {
      JpegScans.requireWhole(source.content());
    }
    var reader = readers.reader(source.header().type());
    try {
      return decode(reader, source);
    } catch (EOFException e) {
      throw BadImageException.unreadable(CUT_OFF, e);
    } catch (IOException | RuntimeException e) {
      // Decoders answer nonsense with any exception there is: index, cast, null, argument.
      throw e instanceof BadImageException bad ? bad : BadImageException.unreadable(DAMAGED, e);
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage decode(ImageReader reader, SourceImage source) throws IOException {
    var warnings = new DecoderWarnings();
    try (var input = new ByteArrayImageInputStream(source.content())) {
      reader.setInput(input, true, true);
      reader.addIIOReadWarningListener(warnings);
      requireClaimed(reader.getWidth(0), reader.getHeight(0), source.header());
      var picture = reader.read(0);
      if (warnings.cutOff()) {
        throw BadImageException.unreadable(CUT_OFF);
      }
      if (warnings.damaged()) {
        throw BadImageException.unreadable(DAMAGED);
      }
      return picture;
    }
  }

  /** The limits were checked against the header, so a decoder may not find more than it said. */
  private static void requireClaimed(int width, int height, ImageHeader header) {
    if (width > header.width() || height > header.height()) {
      throw BadImageException.unreadable("The image is larger than its header says");
    }
  }
}
