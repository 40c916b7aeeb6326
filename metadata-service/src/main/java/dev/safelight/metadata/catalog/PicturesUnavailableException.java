package dev.safelight.metadata.catalog;

/** The store of the pictures can't be reached: an outage, to be waited out. */
public class PicturesUnavailableException extends RuntimeException {

  /** Wraps what the store's client said. */
  public PicturesUnavailableException(Throwable cause) {
    super("The store of the pictures can't be reached", cause);
  }
}
