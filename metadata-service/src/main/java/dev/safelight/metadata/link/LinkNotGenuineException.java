package dev.safelight.metadata.link;

/** An address that looks signed is not one that we made. */
public class LinkNotGenuineException extends RuntimeException {

  /** Says so. */
  public LinkNotGenuineException() {
    super("The address is not as it was signed");
  }
}
