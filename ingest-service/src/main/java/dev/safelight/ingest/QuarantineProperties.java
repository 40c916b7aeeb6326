package dev.safelight.ingest;

import dev.safelight.ingest.upload.KeptOriginals;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When originals leave quarantine.
 *
 * @param keep how long an original is kept once its image is ready or rejected
 * @param keepReady whether originals of ready images are kept until their image is purged, so that
 *     they can be scanned and developed again
 * @param keepRejected the same of rejected images, for analysis
 * @param expiry how old an original is that is still there although nobody needs it when it is
 *     removed all the same
 */
@Validated
@ConfigurationProperties("safelight.ingest.quarantine")
record QuarantineProperties(
    @DefaultValue("10m") Duration keep,
    @DefaultValue("false") boolean keepReady,
    @DefaultValue("false") boolean keepRejected,
    @DefaultValue("30d") @DurationMin(hours = 1) Duration expiry) {

  KeptOriginals kept() {
    return new KeptOriginals(keepReady, keepRejected);
  }
}
