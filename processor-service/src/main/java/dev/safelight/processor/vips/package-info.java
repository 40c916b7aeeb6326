/**
 * The fast imaging engine: libvips decodes, scales and encodes. Only the loader of the type that
 * the header named is called, and only loaders that libvips trusts with hostile files.
 */
@NullMarked
package dev.safelight.processor.vips;

import org.jspecify.annotations.NullMarked;
