package dev.safelight.metadata.catalog;

/** There is no such image, or it is not for the viewer to know of. Never says which. */
public class ImageNotFoundException extends RuntimeException {

  /** Says only that. */
  public ImageNotFoundException() {
    super("There is no such image, or it is not yours to see");
  }
}
