package dev.safelight.metadata;

import dev.safelight.metadata.live.LiveSettings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Live status by server-sent events.
 *
 * @param heartbeat how often an idle stream shows that it is alive; well below the longest silence
 *     that the gateway and proxies before it bear
 * @param grace how long a stream of one image stays open once its state is final
 * @param overlap how long before the place where somebody goes on is looked for changes which the
 *     database stored in disorder; those may be told again. More than the clocks of its servers
 *     differ
 * @param patience how long to look for what an event says before the listeners are made up for it
 *     later
 * @param page most images of one look
 * @param perAccount most streams of one account on one instance
 * @param perInstance most streams of one instance
 */
@Validated
@ConfigurationProperties("safelight.metadata.live")
record LiveProperties(
    @DefaultValue("15s") @DurationMin(millis = 100) Duration heartbeat,
    @DefaultValue("5s") @DurationMin(millis = 1) Duration grace,
    @DefaultValue("2s") @DurationMin Duration overlap,
    @DefaultValue("1m") @DurationMin(millis = 1) Duration patience,
    @DefaultValue("100") @Min(2) @Max(1000) int page,
    @DefaultValue("20") @Min(1) int perAccount,
    @DefaultValue("20000") @Min(1) int perInstance) {

  LiveSettings forCore() {
    return new LiveSettings(
        heartbeat,
        grace,
        overlap,
        patience,
        page,
        new LiveSettings.Limits(perAccount, perInstance));
  }
}
