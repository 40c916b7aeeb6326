package dev.safelight.recipe;

/**
 * Width and height of a picture.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record Size(int width, int height) {}
