/**
 * What people may ask of us about themselves: all that we have of them, and that it is erased.
 *
 * <p>Knows the JDK, Reactor and of the other cores what has to do with people. {@code
 * ArchitectureTest} enforces it.
 */
@NullMarked
package dev.safelight.metadata.person;

import org.jspecify.annotations.NullMarked;
