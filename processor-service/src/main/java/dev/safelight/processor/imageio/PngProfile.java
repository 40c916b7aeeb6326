package dev.safelight.processor.imageio;

import dev.safelight.processor.process.Chunks;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** The ICC profile of a PNG (iCCP), which the JDK's reader leaves out. */
final class PngProfile {

  /** Profiles have some kilobytes; with large tables, one or two megabytes. */
  private static final int MAX_BYTES = 4 << 20;

  private PngProfile() {}

  /** The profile; null where there is none that can be used. */
  static @Nullable ICC_Profile of(byte[] png) {
    try {
      var chunk = Chunks.png(png, "iCCP");
      return chunk.isPresent() ? ICC_Profile.getInstance(inflated(chunk.get())) : null;
    } catch (DataFormatException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // Browsers show the picture as if there were no profile.
      return null;
    }
  }

  /** A name, a zero, the number of a method, and a zlib stream. */
  private static byte[] inflated(ByteBuffer chunk) throws DataFormatException {
    int name = 0;
    while (chunk.get(name) != 0) {
      name++;
    }
    try (var inflater = new Inflater()) {
      inflater.setInput(chunk.slice(name + 2, chunk.limit() - name - 2));
      var profile = new byte[MAX_BYTES];
      int length = inflater.inflate(profile);
      if (!inflater.finished()) {
        throw new DataFormatException("Longer than any profile, or cut off");
      }
      return Arrays.copyOf(profile, length);
    }
  }
}
