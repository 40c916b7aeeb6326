/**
 * What images belong to: products, pages, albums; who may see, fill and change them.
 *
 * <p>Knows the JDK, Reactor, and of the catalog who asks and what refusals there are. {@code
 * ArchitectureTest} enforces it.
 */
@NullMarked
package dev.safelight.metadata.item;

import org.jspecify.annotations.NullMarked;
