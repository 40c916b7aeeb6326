package dev.safelight.metadata.item;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some items of a listing.
 *
 * @param items in the order of the listing
 * @param last the id to continue after; null when this is the last page
 */
public record ItemPage(List<Item> items, @Nullable String last) {}
