package dev.safelight.storage;

/** The object store did not do what it was asked to. An outage: the same may be asked again. */
public class StorageUnavailableException extends RuntimeException {

  /** Wraps what the S3 client said. */
  public StorageUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
