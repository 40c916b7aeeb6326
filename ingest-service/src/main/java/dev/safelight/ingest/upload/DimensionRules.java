package dev.safelight.ingest.upload;

import dev.safelight.imageheader.ImageHeader;
import java.util.Optional;

/** Compares what a header says with the limits, and finds the words for it. */
final class DimensionRules {

  private DimensionRules() {}

  /** Why the image is not taken; empty if it is. */
  static Optional<Refusal> objection(ImageHeader header, ImageLimits limits) {
    if (header.width() > limits.maxWidth() || header.height() > limits.maxHeight()) {
      return Optional.of(
          new Refusal.Dimensions(
              "The image is %d × %d pixels; at most %d × %d are taken. Scale it down."
                  .formatted(
                      header.width(), header.height(), limits.maxWidth(), limits.maxHeight())));
    }
    if (header.width() < limits.minWidth() || header.height() < limits.minHeight()) {
      return Optional.of(
          new Refusal.TooSmall(
              "The image is %d × %d pixels; at least %d × %d are needed. Send a larger picture."
                  .formatted(
                      header.width(), header.height(), limits.minWidth(), limits.minHeight())));
    }
    if (header.pixels() > limits.maxPixels()) {
      return Optional.of(
          new Refusal.Dimensions(
              "The image has %d pixels in %d frames; at most %d are taken. Scale it down or use fewer frames."
                  .formatted(header.pixels(), header.frames(), limits.maxPixels())));
    }
    return Optional.empty();
  }
}
