package dev.safelight.processor.imageio;

import dev.safelight.processor.process.BadImageException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Listens for what decoders only warn of: where data is missing they paint the rest grey and go on.
 * Remembers the two kinds that matter; there may be one warning for every row.
 */
final class DecoderWarnings implements IIOReadWarningListener {

  private boolean cutOff;
  private boolean damaged;

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    var text = warning.toLowerCase(Locale.ROOT);
    cutOff |= text.contains("premature end") || text.contains("unexpected end");
    damaged |= text.contains("bad huffman code");
  }

  /**
   * Fails if the picture is not whole.
   *
   * @throws BadImageException if a warning said so
   */
  void requireHarmless() {
    if (cutOff) {
      throw BadImageException.unreadable(Decoder.CUT_OFF);
    }
    if (damaged) {
      throw BadImageException.unreadable(Decoder.DAMAGED);
    }
  }
}
