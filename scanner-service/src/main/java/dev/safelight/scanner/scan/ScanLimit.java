package dev.safelight.scanner.scan;

/**
 * How large an original may be to be judged. The engine was proven to look at everything up to
 * there, and no further.
 *
 * @param bytes largest size that is judged
 */
public record ScanLimit(long bytes) {

  boolean isExceededBy(UploadedImage image) {
    return image.sizeBytes() > bytes;
  }
}
