package dev.safelight.ingest;

import dev.safelight.ingest.upload.resumable.OpenLimits;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Uploads straight to the store ({@code POST /api/uploads/presigned}).
 *
 * @param expiry how long the address of one is good for
 * @param completion how long after that it may still be completed
 * @param maxOpen how many a user may have that are neither completed nor expired
 * @param lock how long one stays locked when the instance that was completing it died
 */
@Validated
@ConfigurationProperties("safelight.ingest.presigned")
record PresignedProperties(
    @DefaultValue("15m") @DurationMin(seconds = 1) @DurationMax(days = 7) Duration expiry,
    @DefaultValue("1h") @DurationMin(seconds = 1) Duration completion,
    @DefaultValue("100") @Min(1) int maxOpen,
    @DefaultValue("15s") @DurationMin(millis = 100) Duration lock) {

  OpenLimits limits() {
    return new OpenLimits(expiry.plus(completion), maxOpen, 0, lock);
  }
}
