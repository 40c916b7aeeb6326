package dev.safelight.ingest.upload;

import org.jspecify.annotations.Nullable;

/**
 * How large an image may be, and has to be.
 *
 * @param minWidth fewest pixels across
 * @param minHeight fewest pixels down
 * @param maxWidth most pixels across
 * @param maxHeight most pixels down
 * @param maxPixels most pixels in all frames together
 * @param maxSize most bytes
 */
public record ImageLimits(
    int minWidth, int minHeight, int maxWidth, int maxHeight, long maxPixels, long maxSize) {

  /** Of these limits and those demands the stricter, one by one. */
  ImageLimits and(Item.@Nullable ItemLimits demands) {
    return demands == null
        ? this
        : new ImageLimits(
            demands.minWidth() == null ? minWidth : Math.max(minWidth, demands.minWidth()),
            demands.minHeight() == null ? minHeight : Math.max(minHeight, demands.minHeight()),
            demands.maxWidth() == null ? maxWidth : Math.min(maxWidth, demands.maxWidth()),
            demands.maxHeight() == null ? maxHeight : Math.min(maxHeight, demands.maxHeight()),
            maxPixels,
            demands.maxSize() == null ? maxSize : Math.min(maxSize, demands.maxSize()));
  }
}
