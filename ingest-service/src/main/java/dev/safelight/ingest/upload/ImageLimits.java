package dev.safelight.ingest.upload;

/**
 * How large a picture may be once decoded.
 *
 * @param maxWidth most pixels across
 * @param maxHeight most pixels down
 * @param maxPixels most pixels in all frames together
 */
public record ImageLimits(int maxWidth, int maxHeight, long maxPixels) {}
