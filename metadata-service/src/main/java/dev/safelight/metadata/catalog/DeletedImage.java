package dev.safelight.metadata.catalog;

import java.util.UUID;

/**
 * What is to be told of a deletion. Complete in itself, so that telling it again later says exactly
 * the same.
 *
 * @param eventId identity of the fact
 * @param imageId the image
 * @param owner opaque id of the account it belongs to
 * @param size bytes of the original, for quotas
 * @param deletion who deleted it and when
 */
public record DeletedImage(
    UUID eventId, UUID imageId, String owner, long size, Deletion deletion) {}
