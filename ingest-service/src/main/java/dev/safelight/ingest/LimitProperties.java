package dev.safelight.ingest;

import dev.safelight.ingest.upload.ImageLimits;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Which images may enter.
 *
 * @param maxFileSize most bytes of a file; the scanner's limits must be at least this
 * @param maxWidth most pixels across
 * @param maxHeight most pixels down
 * @param maxPixels most pixels in all frames together
 */
@Validated
@ConfigurationProperties("safelight.ingest.limits")
record LimitProperties(
    @DefaultValue("10MB") DataSize maxFileSize,
    @DefaultValue("12000") @Min(1) int maxWidth,
    @DefaultValue("12000") @Min(1) int maxHeight,
    @DefaultValue("100000000") @Min(1) long maxPixels) {

  ImageLimits image() {
    return new ImageLimits(maxWidth, maxHeight, maxPixels);
  }
}
