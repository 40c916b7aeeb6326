/**
 * Engines against each other: sharp, bare libvips and ours, each in processes of its own, with the
 * same photos and the same variants.
 */
@NullMarked
package dev.safelight.bench.engine;

import org.jspecify.annotations.NullMarked;
