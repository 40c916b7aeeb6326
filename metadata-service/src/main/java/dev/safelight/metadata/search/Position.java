package dev.safelight.metadata.search;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in a sorted list, which stays where it is while images come and go.
 *
 * @param id of the image there
 * @param value of that image, that the list is sorted by, as text; null where it has none
 */
public record Position(UUID id, @Nullable String value) {}
