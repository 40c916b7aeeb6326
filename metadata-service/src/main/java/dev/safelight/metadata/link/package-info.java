/**
 * Addresses of pictures that show them to whoever holds them, for a time.
 *
 * <p>Knows nothing but the JDK, Reactor and the cores it puts together. {@code ArchitectureTest}
 * enforces it.
 */
@NullMarked
package dev.safelight.metadata.link;

import org.jspecify.annotations.NullMarked;
