/**
 * Keeps a handful of processes alive: starts them in the order they need each other, restarts what
 * dies, and stops all of them in reverse.
 *
 * <p>Knows nothing of images, Kafka or ClamAV, and nothing but the JDK, so that it stays small
 * enough to be trusted with everything else. {@code ArchitectureTest} holds it to that.
 */
@NullMarked
package dev.safelight.standalone.supervisor;

import org.jspecify.annotations.NullMarked;
