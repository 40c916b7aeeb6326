/**
 * What a process can do to be trusted with less, by calls into the system that need no privileges.
 * Knows nothing of images.
 */
@NullMarked
package dev.safelight.processor.sandbox;

import org.jspecify.annotations.NullMarked;
