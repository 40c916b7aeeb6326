package dev.safelight.metadata.catalog;

/** The records can't be reached: an outage, to be waited out. */
public class CatalogUnavailableException extends RuntimeException {

  /** Wraps what the driver said. */
  public CatalogUnavailableException(Throwable cause) {
    super("The records of the images can't be reached", cause);
  }
}
