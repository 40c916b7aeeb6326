package dev.safelight.metadata.catalog;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some records of a listing.
 *
 * @param images in the order of the listing
 * @param last the id to continue before; null when this is the last page
 */
public record Page(List<ImageRecord> images, @Nullable UUID last) {}
