/**
 * What people change: what is said of images, which of them stands for its item, in what order they
 * are.
 *
 * <p>Knows the JDK, Reactor, and of the other cores images, items, their announcements and the
 * audit log. {@code ArchitectureTest} enforces it.
 */
@NullMarked
package dev.safelight.metadata.edit;

import org.jspecify.annotations.NullMarked;
