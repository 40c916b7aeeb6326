/**
 * Arithmetic of pictures in memory: scaling, turning, blurring, laying one over another, reducing
 * to a palette. Knows the JDK only, and nothing of files, formats or variants.
 */
@NullMarked
package dev.safelight.processor.pixels;

import org.jspecify.annotations.NullMarked;
