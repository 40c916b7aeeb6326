/** Decides what may enter, keeps it in quarantine, and announces it. */
@NullMarked
package dev.safelight.ingest;

import org.jspecify.annotations.NullMarked;
