package dev.safelight.metadata.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What an image belongs to.
 *
 * @param itemId a product, an album; null when it stands alone
 * @param primary whether it is to stand for its item
 * @param order place among the images of its item, lowest first
 */
public record Placement(@Nullable String itemId, boolean primary, int order) {}
