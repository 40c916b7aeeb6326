/** Measurements of a running stack from outside. Ships nothing. */
@NullMarked
package dev.safelight.bench;

import org.jspecify.annotations.NullMarked;
