/** Measures live status with as many listeners as an instance is to bear. */
@NullMarked
package dev.safelight.bench.live;

import org.jspecify.annotations.NullMarked;
