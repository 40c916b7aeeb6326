/**
 * What is known about every image, and who may know it: records, access, waiting, deletes, outbox.
 *
 * <p>Adapters in the sibling packages depend on this package; it depends on none of them and on
 * nothing but the JDK and Reactor. {@code ArchitectureTest} enforces both sentences.
 */
@NullMarked
package dev.safelight.metadata.catalog;

import org.jspecify.annotations.NullMarked;
