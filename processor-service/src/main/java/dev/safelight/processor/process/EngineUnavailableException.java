package dev.safelight.processor.process;

/** This machine lacks what an engine needs; the message says what, and how to get it. */
public class EngineUnavailableException extends RuntimeException {

  /** Says what is missing. */
  public EngineUnavailableException(String message) {
    super(message);
  }

  /** Says what is missing, and how that was found out. */
  public EngineUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
