package dev.safelight.recipe;

/** Takes the colours away: each pixel's luma (ITU-R BT.601: 0.299 R + 0.587 G + 0.114 B). */
public record Grayscale() implements PixelStep {}
