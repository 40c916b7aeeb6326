package dev.safelight.scanner.clamav;

import dev.safelight.scanner.scan.Engine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether signatures are too old to be relied on. They still are better than none. */
@Component
class SignatureAge {

  private final Clock clock;
  private final Duration warnAfter;

  SignatureAge(Clock clock, ClamdProperties settings) {
    this.clock = clock;
    this.warnAfter = settings.signaturesWarnAfter();
  }

  /** What to worry about, if anything. */
  Optional<String> warning(Engine engine) {
    var from = engine.signaturesFrom();
    if (from == null) {
      return Optional.of(
          "clamd has no signatures but local ones, so it knows next to no malware; run freshclam");
    }
    var age = Duration.between(from, clock.instant());
    return age.compareTo(warnAfter) > 0
        ? Optional.of("the signatures are " + age.toDays() + " days old; run freshclam")
        : Optional.empty();
  }
}
