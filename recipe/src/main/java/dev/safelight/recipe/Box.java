package dev.safelight.recipe;

/**
 * A rectangle within a picture.
 *
 * @param left left edge in pixels
 * @param top top edge in pixels
 * @param width in pixels
 * @param height in pixels
 */
public record Box(int left, int top, int width, int height) {}
