package dev.safelight.metadata.catalog;

/** The image is still in the pipeline. */
public class ImageNotReadyException extends RuntimeException {

  /** Says only that. */
  public ImageNotReadyException() {
    super("The image is still being checked and developed; try again in a moment");
  }
}
