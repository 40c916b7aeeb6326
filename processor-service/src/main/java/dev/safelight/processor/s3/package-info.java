/** The two buckets: originals come from quarantine, variants and their manifest go to images. */
@NullMarked
package dev.safelight.processor.s3;

import org.jspecify.annotations.NullMarked;
