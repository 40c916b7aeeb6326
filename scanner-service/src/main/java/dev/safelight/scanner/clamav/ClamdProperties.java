package dev.safelight.scanner.clamav;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How to reach clamd and how far to trust it.
 *
 * @param host where clamd listens
 * @param port TCP port of clamd
 * @param connectTimeout longest wait for a connection
 * @param readTimeout longest silence while waiting for a reply
 * @param scanTimeout longest time for one scan from connecting to the verdict; must stay well below
 *     max.poll.interval.ms (5 min)
 * @param chunkSize size of one INSTREAM chunk; must stay below clamd's StreamMaxLength
 * @param versionCache how long clamd's version is believed without asking again
 * @param proofValidity how long a proof holds for a clamd whose version stays the same
 * @param signaturesWarnAfter age of the signatures from which they are called old
 */
@Validated
@ConfigurationProperties("safelight.scanner.clamd")
record ClamdProperties(
    @DefaultValue("127.0.0.1") @NotBlank String host,
    @DefaultValue("3310") @Min(1) @Max(65535) int port,
    @DefaultValue("2s") @DurationMin(millis = 1) Duration connectTimeout,
    @DefaultValue("60s") @DurationMin(millis = 1) Duration readTimeout,
    @DefaultValue("120s") @DurationMin(millis = 1) @DurationMax(minutes = 4) Duration scanTimeout,
    @DefaultValue("8KB") DataSize chunkSize,
    @DefaultValue("10s") Duration versionCache,
    @DefaultValue("1h") Duration proofValidity,
    @DefaultValue("7d") @DurationMin(hours = 1) Duration signaturesWarnAfter) {

  /** Each of six consumers holds one chunk, twice. */
  private static final long LARGEST_CHUNK = 1 << 20;

  ClamdProperties {
    if (chunkSize.toBytes() < 1 || chunkSize.toBytes() > LARGEST_CHUNK) {
      throw new IllegalArgumentException("chunk-size must be from 1 byte to 1 MB");
    }
  }
}
