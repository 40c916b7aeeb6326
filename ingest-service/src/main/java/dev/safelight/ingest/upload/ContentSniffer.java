package dev.safelight.ingest.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Guesses what a refused file is, only to tell its sender; nothing depends on the guess. */
final class ContentSniffer {

  static final String UNKNOWN = "application/octet-stream";

  private static final int HEAD_BYTES = 1024;

  /** By the first bytes, read as Latin-1. */
  private static final Map<String, String> BY_PREFIX = new LinkedHashMap<>();

  static {
    BY_PREFIX.put("%PDF-", "application/pdf");
    BY_PREFIX.put("PK\003\004", "application/zip");
    BY_PREFIX.put("8BPS", "image/vnd.adobe.photoshop");
    BY_PREFIX.put("\0\0\1\0", "image/vnd.microsoft.icon");
    BY_PREFIX.put("MZ", "application/vnd.microsoft.portable-executable");
    BY_PREFIX.put("\177ELF", "application/x-elf");
    BY_PREFIX.put("#!", "text/x-shellscript");
  }

  /** By the brand of an ISO base media file, which stands at byte 4. */
  private static final Map<String, String> BY_BRAND =
      Map.of(
          "ftypheic", "image/heic",
          "ftypheix", "image/heic",
          "ftypmif1", "image/heif",
          "ftypavif", "image/avif",
          "ftypavis", "image/avif");

  private ContentSniffer() {}

  static String typeOf(Path file) {
    try (var in = Files.newInputStream(file)) {
      return typeOf(new String(in.readNBytes(HEAD_BYTES), ISO_8859_1));
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  private static String typeOf(String head) {
    for (var known : BY_PREFIX.entrySet()) {
      if (head.startsWith(known.getKey())) {
        return known.getValue();
      }
    }
    if (head.startsWith("ftyp", 4) && head.length() >= 12) {
      return BY_BRAND.getOrDefault(head.substring(4, 12), "video/mp4");
    }
    return typeOfText(head.toLowerCase(Locale.ROOT));
  }

  private static String typeOfText(String head) {
    if (head.contains("<svg")) {
      return "image/svg+xml";
    }
    if (head.contains("<html") || head.contains("<!doctype html") || head.contains("<script")) {
      return "text/html";
    }
    boolean text = head.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t');
    return text ? "text/plain" : UNKNOWN;
  }
}
