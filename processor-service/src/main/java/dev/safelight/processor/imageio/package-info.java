/**
 * The pure-Java imaging engine: a JPEG decoder and pixel arithmetic of our own, ImageIO with the
 * TwelveMonkeys readers for everything else, and native code for writing only. No native code ever
 * reads what an uploader sent, except that rare kinds of JPEG go to the JDK's decoder.
 */
@NullMarked
package dev.safelight.processor.imageio;

import org.jspecify.annotations.NullMarked;
