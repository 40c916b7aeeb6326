package dev.safelight.metadata.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** File names to suggest to whoever saves a picture: for show, never used as a path by us. */
final class FileNames {

  private static final String FALLBACK = "image";

  /** Long enough for people, short enough for file systems with an extension added. */
  private static final int LONGEST = 100;

  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "image/jpeg", "jpg",
          "image/png", "png",
          "image/gif", "gif",
          "image/webp", "webp",
          "image/avif", "avif");

  /** Characters that RFC 8187 allows as they are. */
  private static final String PLAIN = "!#$&+-.^_`|~";

  private FileNames() {}

  /**
   * A {@code Content-Disposition} that shows the picture and names it (RFC 6266): a plain name for
   * old clients, and the true one where it is not plain (RFC 8187).
   */
  static String inline(@Nullable String originalName, String mimeType) {
    var name = file(originalName, mimeType);
    var plain = name.replaceAll("[^A-Za-z0-9._ ()-]", "_");
    var disposition = "inline; filename=\"" + plain + '"';
    return plain.equals(name) ? disposition : disposition + "; filename*=UTF-8''" + encoded(name);
  }

  /** A name for a file: never a path, and with the extension of what is in it. */
  static String file(@Nullable String originalName, String mimeType) {
    return clean(originalName) + '.' + EXTENSIONS.getOrDefault(mimeType, "img");
  }

  /** Without folders, controls, what file systems object to, and the extension it came with. */
  private static String clean(@Nullable String originalName) {
    var name = originalName == null ? "" : originalName;
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    name = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\"*:<>?|]", "_");
    name = name.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "").replaceFirst("^[. ]+", "").strip();
    if (name.codePointCount(0, name.length()) > LONGEST) {
      name = name.substring(0, name.offsetByCodePoints(0, LONGEST));
    }
    return name.isEmpty() ? FALLBACK : name;
  }

  private static String encoded(String name) {
    var encoded = new StringBuilder();
    for (var b : name.getBytes(UTF_8)) {
      var c = (char) (b & 0xFF);
      if (c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
        encoded.append(c);
      } else {
        encoded.append(String.format("%%%02X", (int) c));
      }
    }
    return encoded.toString();
  }
}
