package dev.safelight.metadata.catalog;

import java.time.Instant;

/**
 * That somebody deleted an image.
 *
 * @param at when
 * @param by opaque id of the account that did
 * @param restorableUntil from then on it may be purged
 */
public record Deletion(Instant at, String by, Instant restorableUntil) {}
