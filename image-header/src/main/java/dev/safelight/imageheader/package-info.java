/**
 * Tells what an image is and how large it would be, from its header alone: nothing is decoded, and
 * nothing the file says about itself is believed further than the bytes go.
 *
 * <p>Whoever is about to decode pixels asks here first. It depends on the JDK and nothing else.
 */
@NullMarked
package dev.safelight.imageheader;

import org.jspecify.annotations.NullMarked;
