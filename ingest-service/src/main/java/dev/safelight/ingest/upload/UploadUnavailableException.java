package dev.safelight.ingest.upload;

/** Something an upload needs is away: the disk, the object store or the broker. Try again later. */
public class UploadUnavailableException extends RuntimeException {

  /** Says what is away, for the log. */
  public UploadUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
