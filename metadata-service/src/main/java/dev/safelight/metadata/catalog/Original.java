package dev.safelight.metadata.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The bytes as they were sent.
 *
 * @param name file name the client gave; for show only, never a key or a path
 * @param mimeType media type found in the bytes
 * @param size bytes
 * @param dimensions as the header states them, before any rotation
 * @param checksums of exactly these bytes
 */
public record Original(
    @Nullable String name, String mimeType, long size, Dimensions dimensions, Checksums checksums) {

  /** Where ingest keeps the original of an image in quarantine. */
  public static String keyOf(UUID imageId) {
    return "uploads/" + imageId;
  }
}
