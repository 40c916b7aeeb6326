package dev.safelight.metadata.web;

import dev.safelight.metadata.live.TooManyListenersException;
import dev.safelight.webapi.Caller;
import dev.safelight.webapi.ProblemException;
import org.springframework.http.HttpStatus;

/** Why somebody can't listen, as problems. */
final class LiveRefusals {

  private static final long RETRY_SECONDS = 10;

  private LiveRefusals() {}

  static Throwable of(Throwable failure, Caller caller) {
    return failure instanceof TooManyListenersException full
        ? tooMany(full)
        : Refusals.of(failure, caller);
  }

  private static ProblemException tooMany(TooManyListenersException full) {
    var problem =
        full.isOfAccount()
            ? ProblemException.of(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-streams",
                "Too many streams",
                "Your account has as many open event streams as it may have. Close one, or use"
                    + " /api/events, which tells of all your images in one.")
            : ProblemException.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "too-many-listeners",
                "Too many listeners",
                "As many listen here as there is room for. Try again in a moment.");
    return problem.retryAfter(RETRY_SECONDS);
  }
}
