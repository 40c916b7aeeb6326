package dev.safelight.ingest.upload.resumable;

import java.time.Duration;

/**
 * How long an upload may take, and how many there may be.
 *
 * @param expiry how long one is kept, completed or not
 * @param most how many uncompleted ones an account may have
 * @param mostParts how many parts one may come in
 * @param lockTerm how long the lock of an instance that died lasts
 */
public record OpenLimits(Duration expiry, int most, int mostParts, Duration lockTerm) {}
