package dev.safelight.processor.imageio;

import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;

/** Chooses writers by name, never by what ImageIO happens to find first. */
final class Writers {

  private Writers() {}

  /** A new writer, to be disposed of after use. */
  static ImageWriter of(String mimeType, String vendor) {
    var writers = ImageIO.getImageWritersByMIMEType(mimeType);
    while (writers.hasNext()) {
      var writer = writers.next();
      if (writer.getClass().getName().startsWith(vendor)) {
        return writer;
      }
      writer.dispose();
    }
    throw new IllegalStateException("No writer of " + mimeType + " by " + vendor);
  }
}
