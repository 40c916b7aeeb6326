/**
 * The pure-Java imaging engine: ImageIO with the TwelveMonkeys readers, Thumbnailator for resizing,
 * and native code for writing WebP only. No native code ever reads what an uploader sent, except
 * for the JDK's own JPEG decoder.
 */
@NullMarked
package dev.safelight.processor.imageio;

import org.jspecify.annotations.NullMarked;
