package dev.safelight.scanner.clamav;

import dev.safelight.scanner.scan.Engine;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads clamd's reply to VERSION: {@code ClamAV 1.4.6/27812/Thu Nov 20 08:00:00 2026}, or without
 * the rest where it has no signatures but local ones.
 */
final class ClamdVersion {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMM d HH:mm:ss yyyy", Locale.ENGLISH);

  private ClamdVersion() {}

  /**
   * The engine behind the reply. clamd gives the date in its own time zone and does not name it;
   * UTC is assumed, which is near enough for an age in days.
   *
   * @throws IOException if this is not the reply of a clamd
   */
  static Engine parse(String reply) throws IOException {
    var parts = reply.split("/", 3);
    if (!parts[0].startsWith("ClamAV ")) {
      throw new IOException("What answers is not clamd: " + reply);
    }
    return parts.length < 3
        ? new Engine(parts[0], "0", null)
        : new Engine(parts[0], parts[1], date(parts[2]));
  }

  private static @Nullable Instant date(String text) {
    var words = text.strip().replaceAll("\\s+", " ");
    try {
      var withoutWeekday = words.substring(words.indexOf(' ') + 1);
      return LocalDateTime.parse(withoutWeekday, DATE).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
