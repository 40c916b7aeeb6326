/**
 * ClamAV as it comes with the machine, run with a configuration and a signature folder of our own.
 *
 * <p>Knows nothing but the JDK and what a part is.
 */
@NullMarked
package dev.safelight.standalone.clamav;

import org.jspecify.annotations.NullMarked;
