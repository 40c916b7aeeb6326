package dev.safelight.metadata.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.regex.Pattern;
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

  private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9._ ()-]");
  private static final Pattern UNWELCOME = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\"*:<>?|]");
  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");
  private static final Pattern HIDING = Pattern.compile("^[. ]+");

  private FileNames() {}

  /**
   * A {@code Content-Disposition} that says what to do with the picture and names it (RFC 6266): a
   * plain name for old clients, and the true one where it is not plain (RFC 8187).
   *
   * @param download whether it is to be saved, not shown
   */
  static String disposition(@Nullable String originalName, String mimeType, boolean download) {
    var name = file(originalName, mimeType);
    var plain = NOT_PLAIN.matcher(name).replaceAll("_");
    var disposition = (download ? "attachment" : "inline") + "; filename=\"" + plain + '"';
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
    name = UNWELCOME.matcher(name).replaceAll("_");
    name = EXTENSION.matcher(name).replaceFirst("");
    name = HIDING.matcher(name).replaceFirst("").strip();
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
