package dev.safelight.ingest.upload.resumable;

/** The bytes of a part ended before they were all there. */
class BrokenOffException extends RuntimeException {

  private final Throwable reason;

  BrokenOffException(Throwable reason) {
    super("Broken off", reason, false, false);
    this.reason = reason;
  }

  /** What ended them. */
  Throwable reason() {
    return reason;
  }
}
