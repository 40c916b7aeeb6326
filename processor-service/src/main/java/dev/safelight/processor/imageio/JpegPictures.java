package dev.safelight.processor.imageio;

import dev.safelight.processor.jpeg.JpegDecoder;
import dev.safelight.processor.jpeg.JpegException;
import dev.safelight.processor.process.BadImageException;
import dev.safelight.processor.process.JpegScans;
import dev.safelight.processor.process.SourceImage;
import dev.safelight.recipe.Size;
import java.util.Optional;

/** Decodes JPEG in Java, perhaps smaller than it is. */
final class JpegPictures {

  private JpegPictures() {}

  /**
   * Decodes into sRGB; empty if it is a rare kind, of which other readers may know more.
   *
   * @throws BadImageException if it cannot be read whole
   */
  static Optional<Original> decode(SourceImage source, int reduction) {
    JpegScans.requireWhole(source.content());
    var size = new Size(source.header().width(), source.header().height());
    try {
      var decoded = JpegDecoder.decode(source.content(), reduction, size.width(), size.height());
      return Optional.of(Original.reduced(PackedRows.convert(decoded), size, reduction));
    } catch (JpegException e) {
      return unread(e);
    }
  }

  private static Optional<Original> unread(JpegException e) {
    return switch (e.fault()) {
      case LARGER -> throw BadImageException.unreadable(Decoder.LARGER, e);
      case UNSUPPORTED -> Optional.empty();
      case CUT_OFF -> throw BadImageException.unreadable(Decoder.CUT_OFF, e);
      case DAMAGED -> throw BadImageException.unreadable(Decoder.DAMAGED, e);
    };
  }
}
