package dev.safelight.recipe.settings;

import dev.safelight.recipe.Qualities;
import dev.safelight.recipe.RequestedVariant;
import dev.safelight.recipe.VariantSets;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which variants are made. To be the same for ingest, which checks what uploaders ask for, and for
 * the processor, which makes it.
 *
 * @param defaultSet the set for uploads that choose none
 * @param sets sets by name, beside {@code standard}, which is there unless one of that name is here
 * @param watermark what is laid over variants that want it; null for none
 * @param images PNG files on the processor's machine that may be laid over pictures, by name
 * @param jpegQuality quality of JPEG variants that name none, 1 to 100
 * @param webpQuality the same of WebP
 * @param avifQuality the same of AVIF
 */
@Validated
@ConfigurationProperties("safelight.variants")
public record VariantsProperties(
    @DefaultValue(VariantSets.STANDARD) String defaultSet,
    @DefaultValue Map<String, List<RequestedVariant>> sets,
    @Nullable WatermarkProperties watermark,
    @DefaultValue Map<String, Path> images,
    @DefaultValue("85") @Min(1) @Max(100) int jpegQuality,
    @DefaultValue("80") @Min(1) @Max(100) int webpQuality,
    @DefaultValue("50") @Min(1) @Max(100) int avifQuality) {

  VariantSets toSets() {
    return new VariantSets(
        VariantSets.withStandard(sets),
        defaultSet,
        new Qualities(jpegQuality, webpQuality, avifQuality),
        watermark == null ? null : watermark.toWatermark(),
        images.keySet());
  }
}
