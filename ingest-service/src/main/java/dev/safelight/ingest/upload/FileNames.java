package dev.safelight.ingest.upload;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Makes the name a client gave fit for show. It is never used as a key or a path. */
public final class FileNames {

  private static final int MAX_CHARS = 255;

  private FileNames() {}

  /**
   * The last part of the path, without characters that are not seen or that turn the direction of
   * writing around ({@code photo\u202Egpj.exe}), in NFC and at most 255 chars long; null where
   * nothing remains.
   */
  public static @Nullable String clean(@Nullable String given) {
    if (given == null) {
      return null;
    }
    var name = cut(Normalizer.normalize(visible(lastPart(given)), Normalizer.Form.NFC).strip());
    return name.isEmpty() || name.equals(".") || name.equals("..") ? null : name;
  }

  private static String lastPart(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  private static String visible(String name) {
    return name.codePoints()
        .filter(FileNames::isVisible)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /** Cuts between characters, not through one, and leaves no blank at the end. */
  private static String cut(String name) {
    if (name.length() <= MAX_CHARS) {
      return name;
    }
    int end = Character.isHighSurrogate(name.charAt(MAX_CHARS - 1)) ? MAX_CHARS - 1 : MAX_CHARS;
    return name.substring(0, end).strip();
  }
}
