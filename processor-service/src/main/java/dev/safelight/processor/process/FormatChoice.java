package dev.safelight.processor.process;

/** How the format of a variant is chosen. */
public enum FormatChoice {
  /** JPEG for opaque pictures, PNG for pictures that have transparent parts. */
  NATURAL,
  /** JPEG, with transparent parts laid over white. */
  JPEG,
  /** WebP, lossy, with transparency where the picture has it. */
  WEBP
}
