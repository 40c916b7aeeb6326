package dev.safelight.metadata.replay;

/** There is nothing any more to scan or to develop. */
public class OriginalGoneException extends RuntimeException {

  /** Says so. */
  public OriginalGoneException() {
    super("The original is not kept any more");
  }
}
