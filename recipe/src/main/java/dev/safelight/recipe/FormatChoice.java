package dev.safelight.recipe;

/** How the format of a variant is chosen. */
public enum FormatChoice {
  /** JPEG for opaque pictures, PNG for pictures that have transparent parts. */
  NATURAL,
  /** JPEG, with transparent parts laid over white. */
  JPEG,
  /** PNG, lossless, with transparency. */
  PNG,
  /** WebP, lossy, with transparency, and animated where the original is. */
  WEBP,
  /** AVIF, lossy, with transparency; WebP where the engine cannot write AVIF. */
  AVIF,
  /** GIF, 256 colours, and animated where the original is. */
  GIF
}
