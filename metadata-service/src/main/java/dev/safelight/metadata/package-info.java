/** Remembers every image, answers where it is, serves its pictures and deletes it. */
@NullMarked
package dev.safelight.metadata;

import org.jspecify.annotations.NullMarked;
