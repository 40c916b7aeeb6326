/** Uploads through ingest, next to what the object store takes without it. */
@NullMarked
package dev.safelight.bench.ingest;

import org.jspecify.annotations.NullMarked;
