/**
 * Tells whoever listens what becomes of images, on any instance.
 *
 * <p>An event on a topic only says when to look; what is told is the state that the catalog has. So
 * nothing is kept in memory that a listener could miss.
 *
 * <p>Knows the JDK, Reactor and the catalog. {@code ArchitectureTest} enforces it.
 */
@NullMarked
package dev.safelight.metadata.live;

import org.jspecify.annotations.NullMarked;
