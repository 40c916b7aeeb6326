package dev.safelight.ingest;

import dev.safelight.ingest.upload.Spool;
import dev.safelight.ingest.upload.Sweep;
import dev.safelight.ingest.upload.resumable.Completing;
import dev.safelight.ingest.upload.resumable.Desk;
import dev.safelight.ingest.upload.resumable.DirectUploads;
import dev.safelight.ingest.upload.resumable.ErasedUploads;
import dev.safelight.ingest.upload.resumable.ExpiredUploads;
import dev.safelight.ingest.upload.resumable.IncomingObjects;
import dev.safelight.ingest.upload.resumable.OpenUploads;
import dev.safelight.ingest.upload.resumable.ResumableUploads;
import dev.safelight.ingest.upload.resumable.UploadLinks;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together the uploads that are more than one request. */
@Configuration(proxyBeanMethods = false)
class ResumableConfiguration {

  /** Time for what was in flight when the oldest possible upload expired. */
  private static final Duration GRACE = Duration.ofDays(1);

  private final OpenUploads direct;
  private final OpenUploads tus;
  private final IncomingObjects objects;
  private final Clock clock;

  ResumableConfiguration(
      @Qualifier("openDirectUploads") OpenUploads direct,
      @Qualifier("openTusUploads") OpenUploads tus,
      IncomingObjects objects,
      Clock clock) {
    this.direct = direct;
    this.tus = tus;
    this.objects = objects;
    this.clock = clock;
  }

  @Bean
  Completing completing(Spool spool, Desk desk) {
    return new Completing(spool, objects, desk);
  }

  @Bean
  DirectUploads directUploads(
      UploadLinks links, Completing completing, PresignedProperties settings) {
    return new DirectUploads(
        direct, links, completing, settings.limits(), settings.expiry(), clock);
  }

  @Bean
  ResumableUploads resumableUploads(Spool spool, Completing completing, TusProperties settings) {
    return new ResumableUploads(tus, objects, spool, completing, settings.limits(), clock);
  }

  @Bean
  ErasedUploads erasedDirectUploads() {
    return new ErasedUploads(direct, objects);
  }

  @Bean
  ErasedUploads erasedTusUploads() {
    return new ErasedUploads(tus, objects);
  }

  @Bean
  Sweep expiredDirectUploads() {
    return new ExpiredUploads("expired-presigned-uploads", direct, objects, clock);
  }

  @Bean
  Sweep expiredTusUploads() {
    return new ExpiredUploads("expired-tus-uploads", tus, objects, clock);
  }

  @Bean
  Sweep strayUploadObjects(PresignedProperties presigned, TusProperties settings) {
    var longest =
        settings.expiry().compareTo(presigned.limits().expiry()) > 0
            ? settings.expiry()
            : presigned.limits().expiry();
    return ExpiredUploads.strayObjects(objects, longest.plus(GRACE), clock);
  }
}
