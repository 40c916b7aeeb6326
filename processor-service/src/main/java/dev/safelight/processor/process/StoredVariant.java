package dev.safelight.processor.process;

/**
 * One picture in the images bucket.
 *
 * @param name how it is asked for
 * @param objectKey where it is; the content under a key never changes
 * @param mimeType its media type
 * @param width in pixels
 * @param height in pixels
 * @param sizeBytes size of its content
 * @param sha256 digest of its content, 64 lower-case hexadecimal digits
 */
public record StoredVariant(
    String name,
    String objectKey,
    String mimeType,
    int width,
    int height,
    long sizeBytes,
    String sha256) {}
