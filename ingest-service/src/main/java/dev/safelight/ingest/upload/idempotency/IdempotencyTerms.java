package dev.safelight.ingest.upload.idempotency;

import java.time.Duration;

/**
 * How long keys hold.
 *
 * @param keep how long an answer is remembered
 * @param lease how long a request that is not heard of any more keeps others from taking it over
 */
public record IdempotencyTerms(Duration keep, Duration lease) {}
