package dev.safelight.metadata.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as queries have them (RFC 3339), to the millisecond as records have them. */
final class Moments {

  private static final Pattern FORM =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+ -]\\d\\d:\\d\\d)");

  private Moments() {}

  /** The millisecond that a moment is in. The {@code +} of an offset arrives as a space. */
  static Optional<Instant> parse(String text) {
    return exact(text).map(moment -> moment.truncatedTo(ChronoUnit.MILLIS));
  }

  /** The first whole millisecond that is not before a moment. */
  static Optional<Instant> parseUpwards(String text) {
    return exact(text).map(moment -> moment.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS));
  }

  private static Optional<Instant> exact(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          OffsetDateTime.parse(text.replace(' ', '+').toUpperCase(Locale.ROOT)).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
