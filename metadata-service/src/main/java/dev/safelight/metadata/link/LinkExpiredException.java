package dev.safelight.metadata.link;

import java.time.Instant;

/** A signed address was good until a moment ago, or longer. */
public class LinkExpiredException extends RuntimeException {

  private final transient Instant expiredAt;

  /** Says since when. */
  public LinkExpiredException(Instant expiredAt) {
    super("The address has expired");
    this.expiredAt = expiredAt;
  }

  /** When it ended. */
  public Instant expiredAt() {
    return expiredAt;
  }
}
