/**
 * Images that go through the pipeline once more, because an administrator wants it.
 *
 * <p>Knows the JDK, Reactor and other cores. {@code ArchitectureTest} enforces it.
 */
@NullMarked
package dev.safelight.metadata.replay;

import org.jspecify.annotations.NullMarked;
