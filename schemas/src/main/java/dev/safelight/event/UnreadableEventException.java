package dev.safelight.event;

/** The bytes are not an event this version of the contract can read. */
public class UnreadableEventException extends RuntimeException {

  /** Says what was found instead of an event. */
  public UnreadableEventException(String message) {
    super(message);
  }

  /** Wraps what Avro said. */
  public UnreadableEventException(String message, Throwable cause) {
    super(message, cause);
  }
}
