package dev.safelight.processor.worker;

/** A worker is no more, and the image it worked on is not developed. */
class WorkerEndedException extends Exception {

  private final Ending ending;

  WorkerEndedException(Ending ending, String message) {
    super(message);
    this.ending = ending;
  }

  WorkerEndedException(Ending ending, Throwable cause) {
    super(cause.getMessage(), cause);
    this.ending = ending;
  }

  Ending ending() {
    return ending;
  }
}
