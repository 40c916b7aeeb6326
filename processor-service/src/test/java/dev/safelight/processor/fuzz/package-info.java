/** Damages files at random and watches what becomes of them. */
@NullMarked
package dev.safelight.processor.fuzz;

import org.jspecify.annotations.NullMarked;
