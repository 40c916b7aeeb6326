package dev.safelight.processor.process;

/** There is no such original, or not any more. Retrying cannot help. */
public class OriginalMissingException extends RuntimeException {

  /** Names the object. */
  public OriginalMissingException(String objectKey) {
    super("There is no original at " + objectKey);
  }
}
