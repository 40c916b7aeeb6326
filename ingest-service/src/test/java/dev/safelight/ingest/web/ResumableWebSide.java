package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.Spool;
import dev.safelight.ingest.upload.resumable.Completing;
import dev.safelight.ingest.upload.resumable.Desk;
import dev.safelight.ingest.upload.resumable.DirectUploads;
import dev.safelight.ingest.upload.resumable.OpenLimits;
import dev.safelight.ingest.upload.resumable.ResumableUploads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What is more than one request. */
@Import({
  PresignedController.class,
  PresignedRequests.class,
  ResumableDesk.class,
  TusController.class,
  TusFilter.class
})
class ResumableWebSide {

  static final int MOST_OPEN = 3;
  static final int MOST_PARTS = 4;

  private static final OpenLimits LIMITS =
      new OpenLimits(Duration.ofHours(1), MOST_OPEN, MOST_PARTS, Duration.ofSeconds(15));
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);

  @Bean
  FakeUploads fakeUploads() {
    return new FakeUploads();
  }

  @Bean
  DirectUploads directUploads(FakeUploads fake, Spool spool, Desk desk) {
    return new DirectUploads(
        fake, fake, new Completing(spool, fake, desk), LIMITS, Duration.ofMinutes(15), CLOCK);
  }

  @Bean
  ResumableUploads resumableUploads(FakeUploads fake, Spool spool, Desk desk) {
    return new ResumableUploads(
        fake, fake, spool, new Completing(spool, fake, desk), LIMITS, CLOCK);
  }
}
