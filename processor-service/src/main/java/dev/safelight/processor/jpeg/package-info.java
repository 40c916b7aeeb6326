/**
 * A JPEG decoder (ITU-T T.81) in Java: sequential and progressive, Huffman coded, 8 bits a sample.
 * It can decode at a half, a quarter or an eighth of the size, at a part of the cost. Knows the JDK
 * only, trusts nothing, and never paints what is missing.
 */
@NullMarked
package dev.safelight.processor.jpeg;

import org.jspecify.annotations.NullMarked;
