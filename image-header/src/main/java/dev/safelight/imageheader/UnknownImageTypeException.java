package dev.safelight.imageheader;

/** The content is none of the kinds in {@link ImageType}. */
public class UnknownImageTypeException extends RuntimeException {

  /** Says so in a sentence that may be shown to the uploader. */
  public UnknownImageTypeException() {
    super("The file is not an image of a kind we know: JPEG, PNG, GIF, WebP, BMP or TIFF");
  }
}
