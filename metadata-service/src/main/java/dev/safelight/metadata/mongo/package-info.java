/**
 * Keeps one document per image in MongoDB, through the reactive driver itself.
 *
 * <p>Keeps to what a replica set and the embedded server do alike: atomic updates of single
 * documents, and ids of our own; no transactions, pipeline updates, partial indexes or {@code
 * $text}.
 */
@NullMarked
package dev.safelight.metadata.mongo;

import org.jspecify.annotations.NullMarked;
