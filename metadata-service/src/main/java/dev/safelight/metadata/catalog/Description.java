package dev.safelight.metadata.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people said about an image.
 *
 * @param altText for people who can't see it
 * @param caption shown with it
 * @param tags words to find it by
 * @param metadata a JSON object of the uploader's own, as text
 */
public record Description(
    @Nullable String altText, @Nullable String caption, List<String> tags, String metadata) {}
