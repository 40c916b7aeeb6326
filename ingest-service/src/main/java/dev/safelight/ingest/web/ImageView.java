package dev.safelight.ingest.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.safelight.ingest.upload.AcceptedImage;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The image as the whole API tells it, at the moment it was accepted. */
record ImageView(
    UUID id,
    String status,
    String owner,
    @Nullable String itemId,
    @JsonProperty("isPrimary") boolean primary,
    int order,
    @Nullable String originalName,
    String mimeType,
    long size,
    Dimensions dimensions,
    @Nullable String altText,
    @Nullable String caption,
    List<String> tags,
    @JsonRawValue String metadata,
    String visibility,
    List<String> sharedWith,
    Map<String, String> checksums,
    @Nullable String url,
    @Nullable Instant urlExpiresAt,
    Map<String, String> variants,
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
    @Nullable String rejection,
    long version,
    Instant uploadedAt,
    @Nullable Instant processedAt,
    Instant updatedAt,
    @Nullable Instant deletedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID duplicateOf) {

  /** Width and height in pixels, and their ratio in lowest terms, such as {@code 3:2}. */
  record Dimensions(int width, int height, String aspectRatio) {

    static Dimensions of(int width, int height) {
      int divisor = BigInteger.valueOf(width).gcd(BigInteger.valueOf(height)).intValue();
      return new Dimensions(width, height, width / divisor + ":" + height / divisor);
    }
  }

  static ImageView of(AcceptedImage image) {
    var file = image.file();
    var fields = image.fields();
    return new ImageView(
        image.id(),
        "pending",
        image.owner(),
        fields.itemId(),
        fields.primary(),
        fields.order(),
        file.claim().name(),
        image.header().type().mimeType(),
        file.size(),
        Dimensions.of(image.header().width(), image.header().height()),
        fields.altText(),
        fields.caption(),
        fields.tags(),
        fields.metadata(),
        fields.visibility().externalName(),
        fields.sharedWith(),
        Map.of("md5", file.checksums().md5(), "sha256", file.checksums().sha256()),
        null,
        null,
        Map.of(),
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        1,
        image.uploadedAt(),
        null,
        image.uploadedAt(),
        null,
        image.duplicateOf());
  }
}
