package dev.safelight.processor.process;

import java.util.List;

/** The set that every image gets. */
public final class StandardVariants {

  private StandardVariants() {}

  /**
   * The set, in the order in which it is announced.
   *
   * @param jpegQuality 1 to 100, for JPEG
   * @param webpQuality 1 to 100, for WebP
   */
  public static List<VariantSpec> of(int jpegQuality, int webpQuality) {
    return List.of(
        new VariantSpec("large", 1200, FormatChoice.NATURAL, jpegQuality),
        new VariantSpec("medium", 800, FormatChoice.NATURAL, jpegQuality),
        new VariantSpec("thumbnail", 300, FormatChoice.NATURAL, jpegQuality),
        new VariantSpec("tiny", 100, FormatChoice.NATURAL, jpegQuality),
        new VariantSpec("webp", 1200, FormatChoice.WEBP, webpQuality),
        new VariantSpec("original", VariantSpec.FULL_SIZE, FormatChoice.NATURAL, jpegQuality));
  }
}
