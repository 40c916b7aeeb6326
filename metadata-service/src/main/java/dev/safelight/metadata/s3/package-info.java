/** Reads developed pictures from the images bucket, and knows no other bucket. */
@NullMarked
package dev.safelight.metadata.s3;

import org.jspecify.annotations.NullMarked;
