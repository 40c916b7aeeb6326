package dev.safelight.metadata.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was found when an image was accepted; it never changes.
 *
 * @param owner opaque id of the account that uploaded it
 * @param original the bytes that were sent
 * @param request what is asked to be made of it, in the JSON of its announcement; null in records
 *     of before it was kept, until the catalog is rebuilt
 * @param at when it was accepted
 */
public record Upload(String owner, Original original, @Nullable String request, Instant at) {}
