package dev.safelight.processor.process;

/** The formats that variants are written in. */
public enum PictureFormat {
  /** Progressive, chroma at half resolution. */
  JPEG("image/jpeg", "jpg"),
  /** Lossless, with transparency. */
  PNG("image/png", "png"),
  /** Lossy, with transparency. */
  WEBP("image/webp", "webp");

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
}
