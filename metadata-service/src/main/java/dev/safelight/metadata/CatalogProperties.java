package dev.safelight.metadata;

import dev.safelight.metadata.catalog.CatalogSettings;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patient the catalog is.
 *
 * @param recent how old the id of an unknown image may be for us to believe that its upload event
 *     is still on its way
 * @param settle how long such an image is looked for before the answer is 404
 * @param firstPause wait before the second look into the database; doubles each time
 * @param longestPause upper bound of one such wait
 * @param restorable how long a deleted image can be restored
 */
@Validated
@ConfigurationProperties("safelight.metadata.catalog")
record CatalogProperties(
    @DefaultValue("60s") @DurationMin Duration recent,
    @DefaultValue("5s") @DurationMin Duration settle,
    @DefaultValue("50ms") @DurationMin(millis = 1) Duration firstPause,
    @DefaultValue("500ms") @DurationMin(millis = 1) Duration longestPause,
    @DefaultValue("30d") @DurationMin Duration restorable) {

  CatalogSettings forCore() {
    return new CatalogSettings(recent, settle, firstPause, longestPause, restorable);
  }
}
