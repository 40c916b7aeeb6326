package dev.safelight.ingest.mongo.ledger;

/**
 * What the sums of an account include of an image.
 *
 * @param version version of the entry that claimed it; 0 if nothing ever was included
 * @param claim the claim
 */
record Booking(long version, Claim claim) {

  /** Nothing was ever included. */
  static final Booking NONE = new Booking(0, Claim.NONE);
}
