package dev.safelight.gateway;

/** The body of a request is larger than the gateway lets through. */
class RequestTooLargeException extends RuntimeException {

  private final long limit;

  RequestTooLargeException(long limit) {
    super("The body holds more than " + limit + " bytes");
    this.limit = limit;
  }

  long limit() {
    return limit;
  }
}
