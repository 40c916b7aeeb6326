package dev.safelight.ingest.upload.ledger;

/**
 * What an owner has and may have.
 *
 * @param used bytes of images that are ready
 * @param reserved bytes of images that are on their way
 * @param images how many both are
 * @param limit bytes the owner may have
 * @param custom whether the limit is the owner's own instead of the default
 */
public record Usage(long used, long reserved, long images, long limit, boolean custom) {

  /** Bytes that still fit; none if the limit was lowered below what is there. */
  public long remaining() {
    return Math.max(0, limit - used - reserved);
  }
}
