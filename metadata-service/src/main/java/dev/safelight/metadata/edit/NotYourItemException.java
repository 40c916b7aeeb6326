package dev.safelight.metadata.edit;

/** The item is for the viewer to fill, but not to manage. */
public class NotYourItemException extends RuntimeException {

  /** Says only that. */
  public NotYourItemException() {
    super("Only its owner or an administrator may do this");
  }
}
