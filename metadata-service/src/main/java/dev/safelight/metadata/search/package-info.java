/**
 * Finds images: lists by filters, order and page, words, and pictures that look alike.
 *
 * <p>Knows the JDK, Reactor, the catalog and signing. {@code ArchitectureTest} enforces it.
 */
@NullMarked
package dev.safelight.metadata.search;

import org.jspecify.annotations.NullMarked;
