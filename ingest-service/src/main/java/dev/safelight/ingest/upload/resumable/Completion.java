package dev.safelight.ingest.upload.resumable;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an upload, kept so that whoever lost the answer can have it again.
 *
 * @param imageId its image; an earlier one, where its sender would rather have that
 * @param answer the image as it was told at first, as JSON; none for an earlier one
 */
public record Completion(UUID imageId, @Nullable String answer) {}
