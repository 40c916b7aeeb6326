package dev.safelight.scanner.scan;

/** The original could not be read to its end. An outage: the same may be asked again. */
public class QuarantineUnavailableException extends RuntimeException {

  /** Names the original. */
  public QuarantineUnavailableException(String objectKey, Throwable cause) {
    super("The original " + objectKey + " could not be read to its end", cause);
  }
}
