package dev.safelight.scanner.clamav;

import dev.safelight.scanner.scan.Engine;
import dev.safelight.scanner.scan.Verdict;
import java.io.IOException;
import java.util.regex.Pattern;

/** What clamd's reply to INSTREAM means. */
final class ClamdReply {

  private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");

  /** With AlertExceedsMax, clamd reports what it did not look at as a find of this name. */
  private static final String LIMITS = "Heuristics.Limits.Exceeded";

  private ClamdReply() {}

  /**
   * The verdict, passed by {@code engine}. Anything that is neither a pass, a find nor a limit is
   * no verdict.
   *
   * @throws IOException if the reply is no verdict
   */
  static Verdict verdict(String reply, Engine engine) throws IOException {
    return switch (reply) {
      case "stream: OK" -> new Verdict.Clean(engine);
      case "INSTREAM size limit exceeded. ERROR" ->
          new Verdict.NotScannedWhole("clamd's StreamMaxLength");
      default -> found(reply);
    };
  }

  private static Verdict found(String reply) throws IOException {
    var found = FOUND.matcher(reply);
    if (!found.matches()) {
      throw new IOException("clamd's reply is no verdict: " + reply);
    }
    var name = found.group(1);
    return name.startsWith(LIMITS) ? new Verdict.NotScannedWhole(name) : new Verdict.Infected(name);
  }
}
