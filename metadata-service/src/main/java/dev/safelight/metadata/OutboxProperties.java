package dev.safelight.metadata;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How changes and deletions are announced.
 *
 * @param sweep how often the outbox is looked into besides right after each change
 * @param batch most images, or items, of one look
 */
@Validated
@ConfigurationProperties("safelight.metadata.outbox")
record OutboxProperties(
    @DefaultValue("5s") @DurationMin(millis = 1) Duration sweep,
    @DefaultValue("100") @Min(1) int batch) {}
