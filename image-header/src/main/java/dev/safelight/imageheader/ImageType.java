package dev.safelight.imageheader;

/** The kinds of image Safelight takes, recognised by their content and never by a name. */
public enum ImageType {
  /** ITU-T T.81, in whatever wrapping (JFIF, Exif, Adobe). */
  JPEG("image/jpeg"),
  /** RFC 2083 and its successors, animated (APNG) included. */
  PNG("image/png"),
  /** GIF87a and GIF89a. */
  GIF("image/gif"),
  /** RFC 9649: lossy, lossless and extended. */
  WEBP("image/webp"),
  /** Windows and OS/2 bitmaps. */
  BMP("image/bmp"),
  /** TIFF 6.0. */
  TIFF("image/tiff");

  private final String mimeType;

  ImageType(String mimeType) {
    this.mimeType = mimeType;
  }

  /** The registered media type, such as {@code image/jpeg}. */
  public String mimeType() {
    return mimeType;
  }
}
