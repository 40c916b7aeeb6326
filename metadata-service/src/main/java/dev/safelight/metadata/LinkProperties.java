package dev.safelight.metadata;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Addresses that show pictures without a token.
 *
 * @param view for how long the addresses in an image's description show a picture that is not
 *     public, at least; at most twice that. They stay the same for so long
 */
@Validated
@ConfigurationProperties("safelight.metadata.links")
record LinkProperties(
    @DefaultValue("1h") @DurationMin(minutes = 1) @DurationMax(days = 3) Duration view) {}
