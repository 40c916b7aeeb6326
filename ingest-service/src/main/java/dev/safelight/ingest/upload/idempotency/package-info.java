/** Doing once what is asked for twice: a request, and the same request sent again under its key. */
@NullMarked
package dev.safelight.ingest.upload.idempotency;

import org.jspecify.annotations.NullMarked;
