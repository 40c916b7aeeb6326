package dev.safelight.metadata.rebuild;

/** The catalog can't be made anew here and now. */
public class RebuildRefusedException extends RuntimeException {

  /** Says what to do about it. */
  public RebuildRefusedException(String message) {
    super(message);
  }
}
