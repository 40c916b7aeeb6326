package dev.safelight.storage;

/** The asked range lies outside of the object. */
public class RangeUnsatisfiableException extends RuntimeException {

  /** Names the object. */
  public RangeUnsatisfiableException(String key) {
    super("The range lies outside of object " + key);
  }
}
