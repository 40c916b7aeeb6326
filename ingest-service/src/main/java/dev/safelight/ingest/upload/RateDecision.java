package dev.safelight.ingest.upload;

import java.time.Duration;

/**
 * Whether an upload is let in by one limit, and what is left of it.
 *
 * @param scope whose limit it is
 * @param limit the limit itself
 * @param granted whether it is let in
 * @param remaining how many more would be
 * @param reset time until the whole limit is there again
 * @param retryAfter time until this one would be let in; zero if it is
 */
public record RateDecision(
    RateScope scope,
    RateLimit limit,
    boolean granted,
    long remaining,
    Duration reset,
    Duration retryAfter) {}
