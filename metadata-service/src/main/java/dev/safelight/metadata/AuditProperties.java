package dev.safelight.metadata;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long it is known who did what.
 *
 * @param keep how long an entry of the audit log is kept
 * @param sweep how often those that are older are removed; on one instance at a time
 */
@Validated
@ConfigurationProperties("safelight.metadata.audit")
record AuditProperties(
    @DefaultValue("730d") @DurationMin(millis = 1) Duration keep,
    @DefaultValue("1h") @DurationMin(millis = 1) Duration sweep) {}
