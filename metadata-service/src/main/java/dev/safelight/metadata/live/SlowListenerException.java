package dev.safelight.metadata.live;

/** A listener took nothing for so long that it is cut off; it can come back and go on. */
class SlowListenerException extends RuntimeException {

  SlowListenerException() {
    super("The listener did not read for several heartbeats");
  }
}
