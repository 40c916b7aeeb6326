package dev.safelight.metadata.live;

import java.time.Duration;

/**
 * How patient and how generous live status is.
 *
 * @param heartbeat time from one sign of life to the next
 * @param grace how long a stream of one image stays open once its state is final
 * @param overlap how long before a position is looked for changes that were stored in disorder
 * @param patience how long to look for an event in the catalog
 * @param page most images of one look
 * @param limits most listeners
 */
public record LiveSettings(
    Duration heartbeat,
    Duration grace,
    Duration overlap,
    Duration patience,
    int page,
    Limits limits) {

  /**
   * Most listeners at a time.
   *
   * @param account of one account on one instance
   * @param instance of everybody on one instance
   */
  public record Limits(int account, int instance) {}
}
