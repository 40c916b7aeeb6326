package dev.safelight.metadata.catalog;

/** There was such an image, and it is gone for good. */
public class ImagePurgedException extends RuntimeException {

  /** Says only that. */
  public ImagePurgedException() {
    super("The image was deleted for good");
  }
}
