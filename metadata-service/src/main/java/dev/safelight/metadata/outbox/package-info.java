/**
 * Tells everybody of what is decided, surely and in order.
 *
 * <p>Knows nothing but the JDK and Reactor, and not what it tells of. {@code ArchitectureTest}
 * enforces it.
 */
@NullMarked
package dev.safelight.metadata.outbox;

import org.jspecify.annotations.NullMarked;
