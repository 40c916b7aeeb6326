package dev.safelight.metadata.catalog;

import java.time.Instant;

/**
 * What was found when an image was accepted; it never changes.
 *
 * @param owner opaque id of the account that uploaded it
 * @param original the bytes that were sent
 * @param at when it was accepted
 */
public record Upload(String owner, Original original, Instant at) {}
