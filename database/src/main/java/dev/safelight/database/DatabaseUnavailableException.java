package dev.safelight.database;

/** The database can't serve now: an outage, to be waited out. */
public class DatabaseUnavailableException extends RuntimeException {

  /** Wraps what the driver said. */
  public DatabaseUnavailableException(Throwable cause) {
    super("The database can't be reached", cause);
  }
}
