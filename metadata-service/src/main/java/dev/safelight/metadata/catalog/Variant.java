package dev.safelight.metadata.catalog;

/**
 * One developed picture.
 *
 * @param name unique within the image, such as {@code thumbnail}
 * @param objectKey key in the images bucket; the content under it never changes
 * @param mimeType media type
 * @param dimensions of this picture
 * @param size bytes
 * @param sha256 of its bytes, in lower-case hexadecimal
 */
public record Variant(
    String name,
    String objectKey,
    String mimeType,
    Dimensions dimensions,
    long size,
    String sha256) {}
