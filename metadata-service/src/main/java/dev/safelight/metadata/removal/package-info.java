/**
 * Lets deleted images come back, and removes those that don't: every byte, every word, and what
 * topics hold of them.
 *
 * <p>Knows the catalog, and else nothing but the JDK and Reactor. {@code ArchitectureTest} enforces
 * it.
 */
@NullMarked
package dev.safelight.metadata.removal;

import org.jspecify.annotations.NullMarked;
