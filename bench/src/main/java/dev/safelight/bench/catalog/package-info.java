/** Measures the catalog of metadata-service, by its own projection and its own questions. */
@NullMarked
package dev.safelight.bench.catalog;

import org.jspecify.annotations.NullMarked;
