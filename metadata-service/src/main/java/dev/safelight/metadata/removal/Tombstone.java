package dev.safelight.metadata.removal;

import java.time.Instant;
import java.util.UUID;

/**
 * What is left of a purged image.
 *
 * @param imageId which it was
 * @param at when it was purged
 * @param removed what was removed of it
 */
public record Tombstone(UUID imageId, Instant at, Removed removed) {}
