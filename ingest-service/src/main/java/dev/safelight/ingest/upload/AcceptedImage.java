package dev.safelight.ingest.upload;

import dev.safelight.imageheader.ImageHeader;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An image that passed every check.
 *
 * @param id its identity from now on (UUIDv7)
 * @param owner subject of the token it was sent with
 * @param file its bytes
 * @param header what they say they are
 * @param fields what the uploader says about it
 * @param uploadedAt when it was accepted
 * @param duplicateOf the owner's earliest image with these bytes, if there is one
 */
public record AcceptedImage(
    UUID id,
    String owner,
    SpooledFile file,
    ImageHeader header,
    ImageFields fields,
    Instant uploadedAt,
    @Nullable UUID duplicateOf) {

  /** Where its bytes are kept until it is ready or rejected. */
  public String objectKey() {
    return Quarantine.keyOf(id);
  }
}
