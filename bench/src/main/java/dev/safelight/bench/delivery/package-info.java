/** Measures how pictures get to readers. */
@NullMarked
package dev.safelight.bench.delivery;

import org.jspecify.annotations.NullMarked;
