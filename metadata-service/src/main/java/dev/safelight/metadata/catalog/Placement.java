package dev.safelight.metadata.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What an image belongs to.
 *
 * @param itemId a product, an album; null when it stands alone
 * @param order place among the images of its item, lowest first
 */
public record Placement(@Nullable String itemId, int order) {}
