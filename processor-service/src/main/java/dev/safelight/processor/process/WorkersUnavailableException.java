package dev.safelight.processor.process;

/** There is nobody to develop an image just now. An outage: it is waited out. */
public class WorkersUnavailableException extends RuntimeException {

  /** Says why. */
  public WorkersUnavailableException(String message) {
    super(message);
  }

  /** Says why, and how that was found out. */
  public WorkersUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
