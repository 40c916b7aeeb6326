package dev.safelight.processor.imageio;

import dev.safelight.processor.pixels.Picture;

/**
 * One picture of a {@link Film}.
 *
 * @param picture upright, whole, in sRGB; without alpha if it is opaque
 * @param delayMillis how long it is shown; 0 for a still picture
 */
record Shot(Picture picture, int delayMillis) {}
