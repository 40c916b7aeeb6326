package dev.safelight.metadata.person;

/** The account has an export that has not ended. */
public class ExportRunningException extends RuntimeException {

  /** Says only that. */
  public ExportRunningException() {
    super("Another export of this account is running");
  }
}
