package dev.safelight.metadata.live;

/** Nobody else can listen here right now. */
public class TooManyListenersException extends RuntimeException {

  private final boolean ofAccount;

  /** Says whose limit is reached: that of the account, or that of this instance. */
  public TooManyListenersException(boolean ofAccount) {
    super(ofAccount ? "The account listens too often" : "Too many listen to this instance");
    this.ofAccount = ofAccount;
  }

  /** Whether the account has too many, so that another instance would not help. */
  public boolean isOfAccount() {
    return ofAccount;
  }
}
