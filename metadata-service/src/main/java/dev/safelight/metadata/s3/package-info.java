/** Reads developed pictures from the images bucket. Of quarantine it can only delete. */
@NullMarked
package dev.safelight.metadata.s3;

import org.jspecify.annotations.NullMarked;
