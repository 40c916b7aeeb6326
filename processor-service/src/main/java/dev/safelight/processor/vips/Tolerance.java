package dev.safelight.processor.vips;

/** What may be wrong with a JPEG; of other formats libvips warns of nothing that matters. */
enum Tolerance {
  /** Nothing. */
  NONE,
  /** What libjpeg warns of; for files that were found whole by other means. */
  WARNINGS
}
