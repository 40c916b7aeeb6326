/**
 * What Safelight consists of on one machine: which parts there are, on which ports, with which
 * settings and secrets, and what a person is told about them.
 *
 * <p>Runs in the supervisor's process, so it knows nothing but the JDK and its siblings that do the
 * same.
 */
@NullMarked
package dev.safelight.standalone.stack;

import org.jspecify.annotations.NullMarked;
