package dev.safelight.ingest.upload.resumable;

import dev.safelight.ingest.upload.Refusal;

/** A file that is whole may not enter. */
public class FileRefusedException extends RuntimeException {

  private final transient Refusal refusal;

  /** Says why. */
  public FileRefusedException(Refusal refusal) {
    super("Refused: " + refusal, null, false, false);
    this.refusal = refusal;
  }

  /** Whether the same file can never pass; if not, it is about its sender or its item. */
  boolean isFinal() {
    return switch (refusal) {
      case Refusal.OverQuota quota -> false;
      case Refusal.UnknownItem item -> false;
      case Refusal.RateLimited rate -> false;
      default -> true;
    };
  }

  /** Why. */
  public Refusal refusal() {
    return refusal;
  }
}
