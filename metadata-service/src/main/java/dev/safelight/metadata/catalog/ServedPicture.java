package dev.safelight.metadata.catalog;

/**
 * A picture that somebody may have.
 *
 * @param image whose it is
 * @param development what it is part of
 * @param variant the picture
 */
public record ServedPicture(ImageRecord image, Development development, Variant variant) {}
