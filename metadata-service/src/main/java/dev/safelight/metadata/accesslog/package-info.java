/**
 * Who asked for which picture that is not public, for its owner to read.
 *
 * <p>Knows nothing but the JDK and Reactor. {@code ArchitectureTest} enforces it.
 */
@NullMarked
package dev.safelight.metadata.accesslog;

import org.jspecify.annotations.NullMarked;
