package dev.safelight.standalone.supervisor;

/** The parts did not all become ready; the message names the culprit and quotes its log. */
public final class StartFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Takes a message meant for the person at the terminal. */
  public StartFailedException(String message) {
    super(message);
  }
}
