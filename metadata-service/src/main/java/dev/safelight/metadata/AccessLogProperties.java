package dev.safelight.metadata;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long it is known who looked at pictures that are not public.
 *
 * @param keep how long an entry of the access log is kept
 * @param sweep how often those that are older are removed; on one instance at a time
 * @param flush how long an entry waits to be written with others; a crash loses those that wait
 * @param capacity most entries that wait; while MongoDB is away, what is beyond is lost
 */
@Validated
@ConfigurationProperties("safelight.metadata.access-log")
record AccessLogProperties(
    @DefaultValue("90d") @DurationMin(millis = 1) Duration keep,
    @DefaultValue("1h") @DurationMin(millis = 1) Duration sweep,
    @DefaultValue("1s") @DurationMin(millis = 1) Duration flush,
    @DefaultValue("20000") @Min(1) int capacity) {}
