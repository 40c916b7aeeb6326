package dev.safelight.ingest.upload;

import dev.safelight.imageheader.ImageHeader;
import java.time.Instant;
import java.util.UUID;

/**
 * An image that passed every check.
 *
 * @param id its identity from now on (UUIDv7)
 * @param owner subject of the token it was sent with
 * @param file its bytes
 * @param header what they say they are
 * @param fields what the uploader says about it
 * @param uploadedAt when it was accepted
 */
public record AcceptedImage(
    UUID id,
    String owner,
    SpooledFile file,
    ImageHeader header,
    ImageFields fields,
    Instant uploadedAt) {

  /** Where its bytes are kept until it is ready or rejected. */
  public String objectKey() {
    return Quarantine.keyOf(id);
  }
}
