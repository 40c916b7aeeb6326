package dev.safelight.ingest.mongo.ledger;

/**
 * What an image takes of its owner's quota.
 *
 * @param state as what it counts
 * @param bytes how much; nothing once it is released
 */
record Claim(State state, long bytes) {

  /** Nothing at all. */
  static final Claim NONE = new Claim(State.RELEASED, 0);

  /** How an image counts. */
  enum State {
    /** On its way. */
    RESERVED,
    /** Ready. */
    USED,
    /** Not at all: rejected, deleted or given up. */
    RELEASED
  }

  long reserved() {
    return state == State.RESERVED ? bytes : 0;
  }

  long used() {
    return state == State.USED ? bytes : 0;
  }

  long images() {
    return state == State.RELEASED ? 0 : 1;
  }
}
