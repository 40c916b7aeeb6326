package dev.safelight.imageheader;

import java.util.Locale;

/** The content begins as an image and does not hold what its format demands: broken or lying. */
public class MalformedImageException extends RuntimeException {

  /**
   * Says what is wrong.
   *
   * @param message a sentence that may be shown to the uploader, as a format string
   * @param details numbers of the file, never its text
   */
  public MalformedImageException(String message, Object... details) {
    super(String.format(Locale.ROOT, message, details));
  }
}
