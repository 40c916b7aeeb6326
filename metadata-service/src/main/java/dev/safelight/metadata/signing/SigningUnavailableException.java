package dev.safelight.metadata.signing;

/** The keys can't be had at the moment, so nothing can be signed or judged. */
public class SigningUnavailableException extends RuntimeException {

  /** Says so. */
  public SigningUnavailableException() {
    super("The signing keys are not there yet");
  }
}
