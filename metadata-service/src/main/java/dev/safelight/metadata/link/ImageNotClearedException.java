package dev.safelight.metadata.link;

/** Nobody is to get an address of an image that waits for a moderator. */
public class ImageNotClearedException extends RuntimeException {

  /** Says so. */
  public ImageNotClearedException() {
    super("The image waits for a moderator");
  }
}
