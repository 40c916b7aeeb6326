/**
 * What is to be made of an image, as data: steps, variants and the sets they come in. Ingest checks
 * here what uploaders ask for, the processor learns here what to make. Knows nothing of pixels.
 */
@NullMarked
package dev.safelight.recipe;

import org.jspecify.annotations.NullMarked;
