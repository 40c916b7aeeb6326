package dev.safelight.ingest;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How uploads find the items they are for.
 *
 * @param settle how long an item that is not known is looked for before the upload is refused, as
 *     the news of one that was created a moment ago may still be on its way
 */
@Validated
@ConfigurationProperties("safelight.ingest.items")
record ItemProperties(@DefaultValue("2s") @DurationMin Duration settle) {}
