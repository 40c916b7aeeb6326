package dev.safelight.scanner.scan;

/** The event names an object that does not exist, or not any more. Retrying cannot help. */
public class ImageMissingException extends RuntimeException {

  /** Names the object. */
  public ImageMissingException(String objectKey) {
    super("There is no original at " + objectKey);
  }
}
