/** What ingest keeps for itself, in a database of its own. */
@NullMarked
package dev.safelight.ingest.mongo;

import org.jspecify.annotations.NullMarked;
