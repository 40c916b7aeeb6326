package dev.safelight.metadata.catalog;

/** The viewer may see the image but not do this to it. */
public class ForbiddenException extends RuntimeException {

  /** Says what only owners and administrators may do. */
  public ForbiddenException(String message) {
    super(message);
  }
}
