package dev.safelight.processor.process;

/** The image itself is at fault: a verdict on its way to being announced, not a failure of ours. */
public class BadImageException extends RuntimeException {

  private final RejectionReason reason;

  /**
   * Rejects an image.
   *
   * @param reason why, for machines
   * @param detail why, in a sentence that may be shown to the uploader
   */
  public BadImageException(RejectionReason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  /** Rejects an image that cannot be read, and keeps what the decoder said for the log. */
  public static BadImageException unreadable(String detail, Throwable cause) {
    var unreadable = new BadImageException(RejectionReason.UNREADABLE, detail);
    unreadable.initCause(cause);
    return unreadable;
  }

  /** Rejects an image that cannot be read. */
  public static BadImageException unreadable(String detail) {
    return new BadImageException(RejectionReason.UNREADABLE, detail);
  }

  /**
   * Rejects an image at which a decoder recursed without end: only its content decides how deep.
   */
  public static BadImageException tooDeep(StackOverflowError cause) {
    return unreadable("The image is nested too deeply to be read", cause);
  }

  /** Why, for machines. */
  public RejectionReason reason() {
    return reason;
  }

  /** Why, in a sentence that may be shown to the uploader. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
