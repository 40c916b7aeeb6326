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
 * @param term how long an instance that begins a round has it to itself
 */
@Validated
@ConfigurationProperties("safelight.ingest.cleaner")
record CleanerProperties(
    @DefaultValue("5m") @DurationMin(millis = 1) Duration interval,
    @DefaultValue("10m") @DurationMin(millis = 1) Duration term) {}
