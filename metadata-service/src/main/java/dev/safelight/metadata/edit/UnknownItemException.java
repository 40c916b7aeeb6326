package dev.safelight.metadata.edit;

/** The item an image is to belong to is not there for whoever wants that. */
public class UnknownItemException extends RuntimeException {

  /** Says only that. */
  public UnknownItemException() {
    super("There is no such item that takes images from you");
  }
}
