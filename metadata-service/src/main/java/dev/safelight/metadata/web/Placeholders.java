package dev.safelight.metadata.web;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What is shown while a picture loads. */
final class Placeholders {

  private Placeholders() {}

  /** A blurred picture as a URL that holds it (RFC 2397), or null where the hash is not one. */
  static @Nullable String dataUrl(String thumbHash) {
    try {
      var png = Png.of(new ThumbHash(Base64.getDecoder().decode(thumbHash)));
      return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return null;
    }
  }
}
