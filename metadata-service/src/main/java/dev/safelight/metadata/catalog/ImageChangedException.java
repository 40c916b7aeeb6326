package dev.safelight.metadata.catalog;

/** The image is not what it was when it was looked at. */
public class ImageChangedException extends RuntimeException {

  /** Says only that. */
  public ImageChangedException() {
    super("The image was changed since");
  }
}
