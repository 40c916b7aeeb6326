package dev.safelight.metadata;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How accounts are erased.
 *
 * @param interval how often the erasures that are in progress are gone on with; on one instance at
 *     a time
 * @param watch how long after an erasure images are still erased that turn up late, such as from
 *     events that were on their way; then the id of the account is forgotten
 * @param watchInterval how often that is looked for
 */
@Validated
@ConfigurationProperties("safelight.metadata.erasure")
record ErasureProperties(
    @DefaultValue("5s") @DurationMin(millis = 1) Duration interval,
    @DefaultValue("7d") @DurationMin(millis = 1) Duration watch,
    @DefaultValue("10m") @DurationMin(millis = 1) Duration watchInterval) {}
