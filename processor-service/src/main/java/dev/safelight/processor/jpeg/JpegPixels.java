package dev.safelight.processor.jpeg;

import org.jspecify.annotations.Nullable;

/**
 * A decoded picture in its own colours.
 *
 * @param width in pixels
 * @param height in pixels
 * @param colors 1 for grey, 3 for red, green and blue, 4 for cyan, magenta, yellow and black, of
 *     which 255 is as much ink as there can be
 * @param pixels row by row: 0xFFRRGGBB, in which grey is three times the same, or 0xCCMMYYKK
 * @param profile the ICC profile that tells what the colours mean; null if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
public record JpegPixels(
    int width, int height, int colors, int[] pixels, byte @Nullable [] profile) {}
