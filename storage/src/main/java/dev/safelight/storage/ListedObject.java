package dev.safelight.storage;

import java.time.Instant;

/**
 * An object in a listing.
 *
 * @param key its key
 * @param lastModified when it was written
 */
public record ListedObject(String key, Instant lastModified) {}
