/**
 * Who did what, for those who have to know it later.
 *
 * <p>Knows nothing but the JDK and Reactor. {@code ArchitectureTest} enforces it.
 */
@NullMarked
package dev.safelight.metadata.audit;

import org.jspecify.annotations.NullMarked;
