package dev.safelight.metadata.edit;

/** The image is not what the item demands of its images. */
public class UnsuitableImageException extends RuntimeException {

  /** Says only that. */
  public UnsuitableImageException() {
    super("The image is not what the item demands");
  }
}
