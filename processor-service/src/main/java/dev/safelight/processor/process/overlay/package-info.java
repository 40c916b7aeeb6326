/** Watermarks, drawn once for every engine, so that all lay the same over their pictures. */
@NullMarked
package dev.safelight.processor.process.overlay;

import org.jspecify.annotations.NullMarked;
