package dev.safelight.metadata.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An image as the HTTP contract shows it; members of later features are null. */
record ImageJson(
    String id,
    String status,
    String owner,
    @Nullable String itemId,
    boolean isPrimary,
    int order,
    @Nullable String originalName,
    String mimeType,
    long size,
    Size dimensions,
    @Nullable String altText,
    @Nullable String caption,
    List<String> tags,
    JsonNode metadata,
    String visibility,
    List<String> sharedWith,
    Digests checksums,
    @Nullable String url,
    @Nullable Instant urlExpiresAt,
    Map<String, Picture> variants,
    @Nullable String srcset,
    @Nullable String placeholder,
    @Nullable String dominantColor,
    List<String> dominantColors,
    @Nullable String averageColor,
    @Nullable String perceptualHash,
    @Nullable Boolean hasAlpha,
    @Nullable Integer frames,
    @Nullable String takenAt,
    @Nullable String camera,
    @Nullable String lens,
    @Nullable Refusal rejection,
    long version,
    Instant uploadedAt,
    @Nullable Instant processedAt,
    Instant updatedAt,
    @Nullable Instant deletedAt) {

  record Size(int width, int height, String aspectRatio) {}

  record Digests(String md5, String sha256) {}

  record Picture(String url, int width, int height, long size, String mimeType) {}

  record Refusal(String reason, String detail, String stage, Instant at) {}
}
