/**
 * Which images wait for a moderator, and what moderators and classifiers decide.
 *
 * <p>Knows the JDK, Reactor and other cores. {@code ArchitectureTest} enforces it.
 */
@NullMarked
package dev.safelight.metadata.moderation;

import org.jspecify.annotations.NullMarked;
