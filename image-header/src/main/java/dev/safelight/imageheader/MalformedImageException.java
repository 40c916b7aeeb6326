package dev.safelight.imageheader;

/** The content begins as an image and does not hold what its format demands: broken or lying. */
public class MalformedImageException extends RuntimeException {

  /**
   * Says what is wrong.
   *
   * @param message a sentence that may be shown to the uploader; holds nothing of the file's text
   */
  public MalformedImageException(String message) {
    super(message);
  }
}
