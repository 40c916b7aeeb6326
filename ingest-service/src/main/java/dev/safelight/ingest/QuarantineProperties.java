package dev.safelight.ingest;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When originals leave quarantine.
 *
 * @param keep how long an original is kept once its image is ready or rejected
 * @param keepRejected whether originals of rejected images are kept for analysis instead
 * @param expiry how old an original is that is still there although nobody needs it when it is
 *     removed all the same
 */
@Validated
@ConfigurationProperties("safelight.ingest.quarantine")
record QuarantineProperties(
    @DefaultValue("10m") Duration keep,
    @DefaultValue("false") boolean keepRejected,
    @DefaultValue("30d") @DurationMin(hours = 1) Duration expiry) {}
