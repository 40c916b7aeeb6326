package dev.safelight.recipe;

/**
 * How lossy formats are written where nobody asks for a quality; each from 1 (worst) to 100.
 *
 * @param jpeg for JPEG; also given to formats that have no quality
 * @param webp for WebP
 * @param avif for AVIF
 */
public record Qualities(int jpeg, int webp, int avif) {

  int of(FormatChoice format) {
    return switch (format) {
      case NATURAL, JPEG, PNG, GIF -> jpeg;
      case WEBP -> webp;
      case AVIF -> avif;
    };
  }
}
