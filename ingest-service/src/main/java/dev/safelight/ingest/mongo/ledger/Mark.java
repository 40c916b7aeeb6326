package dev.safelight.ingest.mongo.ledger;

/** A fact that is known of an image. */
enum Mark {
  /** A request took room for it, and did not give it back. */
  WANTED,
  /** It was announced. */
  ANNOUNCED,
  /** It is ready. */
  PROCESSED,
  /** It will never be. */
  REJECTED,
  /** Nothing is left of it. */
  PURGED,
  /** It was given up, and its original may be gone: it can't be taken up again. */
  GIVEN_UP
}
