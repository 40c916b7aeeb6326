/** Announces uploads as events, hears of items, and hears when originals are no longer needed. */
@NullMarked
package dev.safelight.ingest.kafka;

import org.jspecify.annotations.NullMarked;
