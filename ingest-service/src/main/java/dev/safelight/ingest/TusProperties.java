package dev.safelight.ingest;

import dev.safelight.ingest.upload.resumable.OpenLimits;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Resumable uploads ({@code /api/uploads/tus}).
 *
 * @param expiry how long one is kept from its beginning, whole or not
 * @param maxOpen how many a user may have that are neither completed nor expired
 * @param maxParts how many requests with bytes one may come in; each is an object until it is whole
 * @param lock how long one stays locked when the instance that was receiving it died
 */
@Validated
@ConfigurationProperties("safelight.ingest.tus")
record TusProperties(
    @DefaultValue("24h") @DurationMin(seconds = 1) Duration expiry,
    @DefaultValue("100") @Min(1) int maxOpen,
    @DefaultValue("1000") @Min(1) int maxParts,
    @DefaultValue("15s") @DurationMin(millis = 100) Duration lock) {

  OpenLimits limits() {
    return new OpenLimits(expiry, maxOpen, maxParts, lock);
  }
}
