/** Everything of Safelight on one machine, by one command: the place where it begins. */
@NullMarked
package dev.safelight.standalone;

import org.jspecify.annotations.NullMarked;
