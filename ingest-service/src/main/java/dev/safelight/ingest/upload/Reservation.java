package dev.safelight.ingest.upload;

/** What came of asking for room. */
public sealed interface Reservation {

  /** There is room, and it is taken. */
  record Granted() implements Reservation {}

  /**
   * There is not enough.
   *
   * @param limit bytes the owner may have
   * @param used bytes of the owner's images, those that are on their way among them
   */
  record Denied(long limit, long used) implements Reservation {}
}
