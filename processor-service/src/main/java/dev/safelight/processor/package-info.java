/** Develops every cleared image into the pictures people look at, and tells the pipeline. */
@NullMarked
package dev.safelight.processor;

import org.jspecify.annotations.NullMarked;
