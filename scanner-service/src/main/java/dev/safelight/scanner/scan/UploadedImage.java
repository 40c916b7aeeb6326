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
 * @param rescan whether it is only to be judged again; of no meaning here, passed on as it is
 */
public record UploadedImage(
    UUID id,
    UUID eventId,
    String objectKey,
    long sizeBytes,
    String sha256,
    String mimeType,
    String request,
    boolean rescan) {}
