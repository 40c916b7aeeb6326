package dev.safelight.metadata.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which records to list.
 *
 * @param owner whose
 * @param status only these; null for any
 * @param itemId only those of this item; null for any
 * @param before only those older than this one, for the next page; null for the first page
 */
public record Listing(
    String owner, @Nullable ImageStatus status, @Nullable String itemId, @Nullable UUID before) {}
