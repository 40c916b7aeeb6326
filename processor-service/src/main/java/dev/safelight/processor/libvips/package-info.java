/**
 * The part of libvips (https://www.libvips.org) that image processing needs, called through Java's
 * foreign function API: operations by name, images that live as long as their job, errors as
 * exceptions. Knows nothing of what it is used for.
 */
@NullMarked
package dev.safelight.processor.libvips;

import org.jspecify.annotations.NullMarked;
