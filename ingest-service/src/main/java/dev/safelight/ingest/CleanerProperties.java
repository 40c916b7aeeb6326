package dev.safelight.ingest;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How abandoned things are cleaned up.
 *
 * @param interval pause between two rounds
 * @param term after which another instance may clean although the one at it died; renewed while a
 *     round lasts
 * @param orphanAge how old an upload is that was never announced when its room and its bytes are
 *     taken back; much longer than a request may last
 */
@Validated
@ConfigurationProperties("safelight.ingest.cleaner")
record CleanerProperties(
    @DefaultValue("5m") @DurationMin(millis = 1) Duration interval,
    @DefaultValue("10m") @DurationMin(millis = 1) Duration term,
    @DefaultValue("1h") @DurationMin(minutes = 10) Duration orphanAge) {}
