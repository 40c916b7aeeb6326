package dev.safelight.ingest;

import dev.safelight.ingest.upload.idempotency.IdempotencyTerms;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long {@code Idempotency-Key} holds.
 *
 * @param keep how long the answer to a request is given again
 * @param lease how long a request whose instance died keeps a retry waiting; living ones renew it
 */
@Validated
@ConfigurationProperties("safelight.ingest.idempotency")
record IdempotencyProperties(
    @DefaultValue("24h") @DurationMin(minutes = 1) Duration keep,
    @DefaultValue("30s") @DurationMin(seconds = 1) Duration lease) {

  IdempotencyTerms terms() {
    return new IdempotencyTerms(keep, lease);
  }
}
