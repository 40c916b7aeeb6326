package dev.safelight.metadata.edit;

/** No image stands for the item, or none that the viewer may see. */
public class NoPrimaryImageException extends RuntimeException {

  /** Says only that. */
  public NoPrimaryImageException() {
    super("No image stands for the item");
  }
}
