/** Quarantine as a bucket of an object store. */
@NullMarked
package dev.safelight.ingest.s3;

import org.jspecify.annotations.NullMarked;
