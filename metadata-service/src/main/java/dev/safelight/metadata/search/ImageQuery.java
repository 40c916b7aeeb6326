package dev.safelight.metadata.search;

import dev.safelight.metadata.catalog.Viewer;

/**
 * A question: which of the images that somebody may read, and in which order.
 *
 * @param viewer who asks
 * @param filter which images
 * @param sorting in which order
 */
public record ImageQuery(Viewer viewer, ImageFilter filter, Sorting sorting) {}
