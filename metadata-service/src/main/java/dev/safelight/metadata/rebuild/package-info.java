/**
 * Makes the whole catalog anew, from what the topics hold.
 *
 * <p>Knows the JDK, Reactor, the catalog, items and the audit log. {@code ArchitectureTest}
 * enforces it.
 */
@NullMarked
package dev.safelight.metadata.rebuild;

import org.jspecify.annotations.NullMarked;
