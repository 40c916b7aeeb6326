package dev.safelight.metadata.live;

import java.util.UUID;

/** What a listener gets. */
public sealed interface Signal {

  /**
   * First of all: from where to go on if nothing else comes.
   *
   * @param position how far the listener has heard
   */
  record Opened(Position position) implements Signal {}

  /**
   * An image is other than before, as far as this listener knows.
   *
   * @param name of the state it has come to, or {@code updated} if that was told before
   * @param change what it is
   */
  record Told(String name, Change change) implements Signal {}

  /**
   * An image of the listener's was purged. Not a place to go on from: nothing is kept of it.
   *
   * @param imageId which
   */
  record Purged(UUID imageId) implements Signal {}

  /** Nothing, so that nobody in between takes the connection for a dead one. */
  record Beat() implements Signal {}
}
