/**
 * How our services speak HTTP: bearer tokens, one form of errors, and who is calling.
 *
 * <p>Services depend on this package; it knows none of them.
 */
@NullMarked
package dev.safelight.webapi;

import org.jspecify.annotations.NullMarked;
