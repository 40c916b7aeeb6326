package dev.safelight.ingest;

import dev.safelight.eventing.OutageTypes;
import dev.safelight.ingest.upload.Announcer;
import dev.safelight.ingest.upload.Items;
import dev.safelight.ingest.upload.Ledger;
import dev.safelight.ingest.upload.Quarantine;
import dev.safelight.ingest.upload.RateLimits;
import dev.safelight.ingest.upload.Rates;
import dev.safelight.ingest.upload.Retention;
import dev.safelight.ingest.upload.Spool;
import dev.safelight.ingest.upload.SpoolFolder;
import dev.safelight.ingest.upload.UploadService;
import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.ingest.upload.idempotency.IdempotencyTerms;
import dev.safelight.storage.StorageUnavailableException;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts ingest-service and puts its core together. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IngestApplication {

  static void main(String[] args) {
    SpringApplication.run(IngestApplication.class, args);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  OutageTypes outageTypes() {
    return OutageTypes.of(StorageUnavailableException.class, UploadUnavailableException.class);
  }

  @Bean
  SpoolFolder spoolFolder(SpoolProperties spool) {
    return SpoolFolder.in(spool.folderOrDefault());
  }

  @Bean
  Spool spool(SpoolFolder folder, LimitProperties limits) {
    return new Spool(folder, limits.maxFileSize().toBytes());
  }

  @Bean
  RateLimits rateLimits(RateProperties rates) {
    return rates.limits();
  }

  @Bean
  IdempotencyTerms idempotencyTerms(IdempotencyProperties idempotency) {
    return idempotency.terms();
  }

  @Bean
  UploadService uploadService(
      LimitProperties limits,
      ItemProperties itemSettings,
      Items items,
      Rates rates,
      Ledger ledger,
      Quarantine quarantine,
      Announcer announcer,
      Clock clock) {
    return new UploadService(
        limits.rules(itemSettings), items, rates, ledger, quarantine, announcer, clock);
  }

  @Bean
  Retention retention(Quarantine quarantine, QuarantineProperties settings, Clock clock) {
    return new Retention(quarantine, settings.keep(), settings.kept(), clock);
  }
}
