package dev.safelight.processor.process;

/**
 * One picture, ready to be stored.
 *
 * @param name of the {@link VariantSpec} it was made for
 * @param format what it was encoded as
 * @param width in pixels
 * @param height in pixels
 * @param content its bytes: sRGB, upright, and nothing but the picture
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
public record EncodedVariant(
    String name, PictureFormat format, int width, int height, byte[] content) {}
