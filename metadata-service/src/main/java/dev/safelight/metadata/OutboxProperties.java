package dev.safelight.metadata;

import dev.safelight.metadata.outbox.OutboxRelay;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How changes and deletions are announced.
 *
 * @param sweep how often the outbox is looked into besides right after each change of the same
 *     instance: the longest that others hear late of a change that was made by another one
 * @param term after which another instance announces when the one that does is gone
 * @param batch most images, or items, of one look
 */
@Validated
@ConfigurationProperties("safelight.metadata.outbox")
record OutboxProperties(
    @DefaultValue("1s") @DurationMin(millis = 1) Duration sweep,
    @DefaultValue("10s") @DurationMin(seconds = 1) Duration term,
    @DefaultValue("100") @Min(1) int batch) {

  OutboxRelay.Pace pace() {
    return new OutboxRelay.Pace(sweep, term);
  }
}
