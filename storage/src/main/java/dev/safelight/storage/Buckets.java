package dev.safelight.storage;

/**
 * Names of the two buckets.
 *
 * @param quarantine originals that nobody has cleared
 * @param images variants that may be shown
 */
public record Buckets(String quarantine, String images) {}
