package dev.safelight.metadata;

import dev.safelight.metadata.live.LiveSettings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
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
 * @param perInstance most streams of one instance; null for as many as its heap bears
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
    @Nullable @Min(1) Integer perInstance) {

  /** Bytes of heap that a stream takes, as measured by {@code make bench-live}. */
  private static final long STREAM = 20_000;

  LiveSettings forCore() {
    return new LiveSettings(
        heartbeat,
        grace,
        overlap,
        patience,
        page,
        new LiveSettings.Limits(perAccount, mostStreams()));
  }

  private int mostStreams() {
    return perInstance == null ? streamsIn(Runtime.getRuntime().maxMemory()) : perInstance;
  }

  /** As many as two fifths of a heap hold: all else that the service does has the rest. */
  static int streamsIn(long heap) {
    return Math.clamp(heap / 5 * 2 / STREAM, 1, Integer.MAX_VALUE);
  }
}
