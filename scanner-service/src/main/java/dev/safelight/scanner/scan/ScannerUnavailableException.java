package dev.safelight.scanner.scan;

/** The engine gave no answer, or none to be trusted. An outage: the same may be asked again. */
public class ScannerUnavailableException extends RuntimeException {

  /** Says what the engine did instead. */
  public ScannerUnavailableException(String message) {
    super(message);
  }

  /** Says what was tried when {@code cause} came in between. */
  public ScannerUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
