package dev.safelight.processor.process;

import dev.safelight.recipe.FormatChoice;
import java.util.Set;

/** The formats that variants are written in. */
public enum PictureFormat {
  /** Progressive, chroma at half resolution. */
  JPEG("image/jpeg", "jpg"),
  /** Lossless, with transparency. */
  PNG("image/png", "png"),
  /** Lossy, with transparency, animated where the original is. */
  WEBP("image/webp", "webp"),
  /** Lossy, with transparency. */
  AVIF("image/avif", "avif"),
  /** 256 colours, transparent or not, animated where the original is. */
  GIF("image/gif", "gif");

  private final String mimeType;
  private final String extension;

  PictureFormat(String mimeType, String extension) {
    this.mimeType = mimeType;
    this.extension = extension;
  }

  /** The registered media type, such as {@code image/webp}. */
  public String mimeType() {
    return mimeType;
  }

  /** What object keys end in, without a dot. */
  public String extension() {
    return extension;
  }

  /**
   * The format of a variant.
   *
   * @param choice what was asked for
   * @param hasAlpha whether the picture has transparent parts
   * @param writable what the engine can write
   */
  public static PictureFormat chosen(
      FormatChoice choice, boolean hasAlpha, Set<PictureFormat> writable) {
    return switch (choice) {
      case NATURAL -> hasAlpha ? PNG : JPEG;
      case JPEG -> JPEG;
      case PNG -> PNG;
      case WEBP -> WEBP;
      case AVIF -> writable.contains(AVIF) ? AVIF : WEBP;
      case GIF -> GIF;
    };
  }
}
