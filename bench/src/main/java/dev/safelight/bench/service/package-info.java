/**
 * The processor alone on a real topic, as a peer of the engines: events in, variants in a store,
 * events out.
 */
@NullMarked
package dev.safelight.bench.service;

import org.jspecify.annotations.NullMarked;
