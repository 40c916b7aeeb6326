package dev.safelight.processor;

import dev.safelight.processor.process.DecodeLimits;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What is developed, and how.
 *
 * @param maxSize largest original that is held in memory; at least the upload limit, at most 1 GB
 * @param maxEdge largest width and largest height of an original, in pixels
 * @param maxPixels largest width × height × frames of an original. At worst, with 16 bits a
 *     channel, a worker needs a heap of 12 bytes for each
 * @param maxDecodedSize largest width × height × frames × bytes per pixel of an original: it lets
 *     100 megapixels pass at 8 bits a channel, and half of them at 16
 */
@Validated
@ConfigurationProperties("safelight.processor")
record ProcessorProperties(
    @DefaultValue("64MB") DataSize maxSize,
    @DefaultValue("12000") @Min(1) int maxEdge,
    @DefaultValue("100000000") @Min(1) long maxPixels,
    @DefaultValue("512MB") DataSize maxDecodedSize) {

  ProcessorProperties {
    if (maxSize.toBytes() < 1 || maxSize.toGigabytes() >= 1) {
      throw new IllegalArgumentException("safelight.processor.max-size must be from 1B to 1GB");
    }
    if (maxDecodedSize.toBytes() < 1) {
      throw new IllegalArgumentException("safelight.processor.max-decoded-size must be positive");
    }
  }

  DecodeLimits limits() {
    return new DecodeLimits(maxEdge, maxPixels, maxDecodedSize.toBytes());
  }
}
