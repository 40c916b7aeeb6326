package dev.safelight.ingest.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The {@code wait} preference of RFC 7240 section 4.3. */
final class WaitPreference {

  static final String HEADER = "Prefer";
  static final String APPLIED = "Preference-Applied";

  private static final long MAX_SECONDS = 30;
  private static final Pattern WAIT =
      Pattern.compile(
          "(?:^|,)\\s*wait\\s*=\\s*\"?([0-9]{1,9})\"?\\s*(?=[,;]|$)", Pattern.CASE_INSENSITIVE);

  private WaitPreference() {}

  /** How long the client would wait, at most 30 s; the first counts, and 0 is no wish to wait. */
  static Optional<Duration> of(List<String> headers) {
    return WAIT.matcher(String.join(",", headers))
        .results()
        .map(MatchResult::group)
        .map(found -> found.replaceAll("[^0-9]", ""))
        .map(digits -> Math.min(Long.parseLong(digits), MAX_SECONDS))
        .findFirst()
        .filter(seconds -> seconds > 0)
        .map(Duration::ofSeconds);
  }

  /** What the answer says where the wish was granted. */
  static String applied(Duration wait) {
    return "wait=" + wait.toSeconds();
  }
}
