package dev.safelight.metadata;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How images are removed for good. How long a deleted one can be restored before is {@code
 * safelight.metadata.catalog.restorable}.
 *
 * @param interval how often it is looked for images that are due
 * @param term after which another instance may do that although the one that began never ended
 * @param recheck how long after a purge it is looked again for what a processor wrote that was
 *     killed before it could tell. Longer than {@code safelight.eventing.history.segment}, so that
 *     what topics are told again then closes the segment that is to be cleaned
 * @param patience how long a request that deletes for good waits for the bytes to be gone; what
 *     takes longer is done by the next round
 */
@Validated
@ConfigurationProperties("safelight.metadata.removal")
record RemovalProperties(
    @DefaultValue("15s") @DurationMin(millis = 1) Duration interval,
    @DefaultValue("10m") @DurationMin(millis = 1) Duration term,
    @DefaultValue("24h") @DurationMin Duration recheck,
    @DefaultValue("10s") @DurationMin(millis = 1) Duration patience) {}
