package dev.safelight.metadata.catalog;

import java.time.Duration;

/**
 * How patient the catalog is.
 *
 * @param recent how old the id of an image may be for us to believe that its upload event is still
 *     on its way
 * @param settle how long such an unknown image is looked for before it counts as unknown
 * @param firstPause wait before the second look; doubles each time
 * @param longestPause upper bound of one wait
 * @param restorable how long a deleted image can be restored
 */
public record CatalogSettings(
    Duration recent,
    Duration settle,
    Duration firstPause,
    Duration longestPause,
    Duration restorable) {}
