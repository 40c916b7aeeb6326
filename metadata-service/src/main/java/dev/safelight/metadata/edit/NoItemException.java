package dev.safelight.metadata.edit;

/** The image belongs to no item that it could stand for. */
public class NoItemException extends RuntimeException {

  /** Says only that. */
  public NoItemException() {
    super("The image belongs to no item");
  }
}
