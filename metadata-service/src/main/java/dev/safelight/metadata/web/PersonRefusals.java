package dev.safelight.metadata.web;

import dev.safelight.metadata.person.ExportRunningException;
import dev.safelight.webapi.Caller;
import dev.safelight.webapi.ProblemException;
import org.springframework.http.HttpStatus;

/** What is refused of what people ask about themselves, as problems. */
final class PersonRefusals {

  private static final long RETRY_SECONDS = 60;

  private PersonRefusals() {}

  /** The problem that tells {@code caller} of a failure of the core; others stay what they are. */
  static Throwable of(Throwable failure, Caller caller) {
    return failure instanceof ExportRunningException
        ? exportRunning()
        : Refusals.of(failure, caller);
  }

  private static ProblemException exportRunning() {
    return ProblemException.of(
            HttpStatus.TOO_MANY_REQUESTS,
            "export-running",
            "One export at a time",
            "Another export of your data is running. Wait until it has ended, and ask again.")
        .with("retryAfter", RETRY_SECONDS)
        .retryAfter(RETRY_SECONDS);
  }
}
