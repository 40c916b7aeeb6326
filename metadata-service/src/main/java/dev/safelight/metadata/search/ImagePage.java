package dev.safelight.metadata.search;

import dev.safelight.metadata.catalog.ImageRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some images of a list.
 *
 * @param images in the order of the list
 * @param next the cursor to go on with; null when these are the last
 */
public record ImagePage(List<ImageRecord> images, @Nullable String next) {}
