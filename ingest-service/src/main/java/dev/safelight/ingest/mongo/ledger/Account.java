package dev.safelight.ingest.mongo.ledger;

import org.jspecify.annotations.Nullable;

/**
 * An owner's sums, with an eye on one image.
 *
 * @param owner opaque id of the account
 * @param limit a limit of the owner's own, in bytes
 * @param used bytes of images that are ready
 * @param reserved bytes of images that are on their way
 * @param images how many both are
 * @param sweeps one more than how often images were dropped from {@code recent}; 0 if the account
 *     is not there yet
 * @param recent what the sums include of the image; null if the image's entry knows
 */
record Account(
    String owner,
    @Nullable Long limit,
    long used,
    long reserved,
    long images,
    long sweeps,
    @Nullable Booking recent) {

  boolean isNew() {
    return sweeps == 0;
  }

  long total() {
    return used + reserved;
  }
}
