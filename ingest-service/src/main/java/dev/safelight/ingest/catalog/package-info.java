/** Asks metadata-service what became of an image, for uploaders that wait. */
@NullMarked
package dev.safelight.ingest.catalog;

import org.jspecify.annotations.NullMarked;
