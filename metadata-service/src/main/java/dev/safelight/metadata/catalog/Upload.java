package dev.safelight.metadata.catalog;

import java.time.Instant;

/**
 * What was said and found when an image was accepted.
 *
 * @param owner opaque id of the account that uploaded it
 * @param original the bytes that were sent
 * @param placement what it belongs to
 * @param description what people said about it
 * @param audience who may see it
 * @param at when it was accepted
 */
public record Upload(
    String owner,
    Original original,
    Placement placement,
    Description description,
    Audience audience,
    Instant at) {}
