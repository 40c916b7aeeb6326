package dev.safelight.webapi;

import org.springframework.http.HttpStatus;

/** The problems more than one service answers with. */
public final class Problems {

  private static final long RETRY_SECONDS = 5;

  private Problems() {}

  /** 404: unknown, or not the caller's to see; the answer is the same, so that nothing is told. */
  public static ProblemException notFound() {
    return ProblemException.of(
        HttpStatus.NOT_FOUND,
        "not-found",
        "Not found",
        "There is nothing here that you may see. Check the address.");
  }

  /** 503: something we need is away; nothing was done. */
  public static ProblemException unavailable() {
    return ProblemException.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "unavailable",
            "Not available right now",
            "We can't do this right now and nothing was changed. Try again in a few seconds.")
        .retryAfter(RETRY_SECONDS);
  }

  /** 401: no token or one that is not believed. */
  static ProblemException unauthorized() {
    return ProblemException.of(
        HttpStatus.UNAUTHORIZED,
        "unauthorized",
        "Sign in first",
        "Send a valid access token in the Authorization header, as: Bearer <token>.");
  }

  /** 403: the token does not allow this. */
  static ProblemException forbidden() {
    return ProblemException.of(
        HttpStatus.FORBIDDEN,
        "forbidden",
        "Not allowed",
        "Your access token does not allow this. Ask for the scope that it needs.");
  }

  /** 500: a bug of ours; the log has the rest. */
  static ProblemException internal() {
    return ProblemException.of(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "internal",
        "Something went wrong",
        "This is our fault. Tell the operator the traceId.");
  }
}
