package dev.safelight.processor.imageio;

/**
 * One picture of a {@link Film}.
 *
 * @param original upright, in sRGB; without alpha if it is opaque
 * @param delayMillis how long it is shown; 0 for a still picture
 */
record Shot(Original original, int delayMillis) {}
