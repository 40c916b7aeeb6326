package dev.safelight.ingest.upload;

/**
 * The limit of every scope.
 *
 * @param user of one account
 * @param address of one network address
 * @param item of one item
 */
public record RateLimits(RateLimit user, RateLimit address, RateLimit item) {

  /** The limit of this scope. */
  public RateLimit of(RateScope scope) {
    return switch (scope) {
      case USER -> user;
      case ADDRESS -> address;
      case ITEM -> item;
    };
  }
}
