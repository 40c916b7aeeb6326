/**
 * What proves that something was written by us: cursors, addresses of pictures, receipts.
 *
 * <p>Knows nothing but the JDK and Reactor. {@code ArchitectureTest} enforces it.
 */
@NullMarked
package dev.safelight.metadata.signing;

import org.jspecify.annotations.NullMarked;
