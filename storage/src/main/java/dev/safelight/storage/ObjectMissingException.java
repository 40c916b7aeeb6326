package dev.safelight.storage;

/** There is no such object. */
public class ObjectMissingException extends RuntimeException {

  /** Names the object that was asked for. */
  public ObjectMissingException(String bucket, String key) {
    super("No object " + key + " in bucket " + bucket);
  }
}
