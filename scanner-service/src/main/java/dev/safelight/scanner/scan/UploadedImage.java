package dev.safelight.scanner.scan;

import java.util.UUID;

/**
 * An original waiting in quarantine, as ingest announced it.
 *
 * @param id identity of the image
 * @param eventId identity of the announcement
 * @param objectKey where the original waits
 * @param sizeBytes size in bytes that was announced
 * @param sha256 SHA-256 that was announced, 64 lower-case hexadecimal digits
 * @param mimeType media type that was found in the bytes
 * @param request what the uploader asks to be made of it; of no meaning here, passed on as it is
 * @param occasion why it is scanned
 */
public record UploadedImage(
    UUID id,
    UUID eventId,
    String objectKey,
    long sizeBytes,
    String sha256,
    String mimeType,
    String request,
    Occasion occasion) {

  /** Why an original is scanned. */
  public enum Occasion {
    /** It was uploaded. */
    UPLOAD,
    /** An administrator wants it to be judged again. */
    RESCAN,
    /** And to be developed again. */
    REPROCESS
  }

  /** Whether it may have been published since it was judged first. */
  public boolean isReplayed() {
    return occasion != Occasion.UPLOAD;
  }
}
