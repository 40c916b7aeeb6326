/** Micrometer: tells operators what images cost and what became of them. */
@NullMarked
package dev.safelight.processor.metrics;

import org.jspecify.annotations.NullMarked;
