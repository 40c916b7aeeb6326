package dev.safelight.standalone.state;

/**
 * Safelight does not start, for a reason that the person at the terminal can do something about.
 */
public final class StartRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Takes one line that says what is wrong and what to do. */
  public StartRefusedException(String message) {
    super(message);
  }
}
