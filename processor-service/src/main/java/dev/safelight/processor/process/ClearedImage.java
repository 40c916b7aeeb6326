package dev.safelight.processor.process;

import dev.safelight.recipe.ProcessingRequest;
import java.time.Instant;
import java.util.UUID;

/**
 * An original that the scanner found clean.
 *
 * @param eventId the clearing itself; whatever follows from it derives its identity from here
 * @param at when it was cleared
 * @param id identity of the image
 * @param objectKey where the original lies in quarantine
 * @param sizeBytes size of what was scanned
 * @param sha256 digest of what was scanned, 64 lower-case hexadecimal digits
 * @param request what the uploader asked to be made of it
 * @param rescan whether it was only judged again: what is developed already stays as it is
 */
public record ClearedImage(
    UUID eventId,
    Instant at,
    UUID id,
    String objectKey,
    long sizeBytes,
    String sha256,
    ProcessingRequest request,
    boolean rescan) {}
