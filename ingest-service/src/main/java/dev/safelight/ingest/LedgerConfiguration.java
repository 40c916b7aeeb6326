package dev.safelight.ingest;

import dev.safelight.database.LeasedRounds;
import dev.safelight.database.Leases;
import dev.safelight.ingest.upload.Quarantine;
import dev.safelight.ingest.upload.Sweep;
import dev.safelight.ingest.upload.ledger.ExpirySweep;
import dev.safelight.ingest.upload.ledger.LimitAnnouncer;
import dev.safelight.ingest.upload.ledger.Originals;
import dev.safelight.ingest.upload.ledger.OrphanSweep;
import dev.safelight.ingest.upload.ledger.Progress;
import dev.safelight.ingest.upload.ledger.QuotaService;
import dev.safelight.ingest.upload.ledger.Quotas;
import dev.safelight.ingest.upload.ledger.Reservations;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Puts together what counts, and what finds abandoned uploads. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

  @Bean
  QuotaService quotaService(Quotas quotas, LimitAnnouncer announcer, Clock clock) {
    return new QuotaService(quotas, announcer, clock);
  }

  @Bean
  LeasedRounds cleaning(
      List<Sweep> sweeps, Leases leases, CleanerProperties settings, MeterRegistry meters) {
    var cleaner = new Cleaner(sweeps, meters);
    var pace = new LeasedRounds.Pace(settings.interval(), settings.term());
    return new LeasedRounds("cleaner", leases, pace, Mono.defer(cleaner::clean));
  }

  @Bean
  OrphanSweep orphanSweep(
      Reservations reservations,
      Progress progress,
      Quarantine quarantine,
      CleanerProperties cleaner,
      Clock clock) {
    return new OrphanSweep(reservations, progress, quarantine, cleaner.orphanAge(), clock);
  }

  @Bean
  ExpirySweep expirySweep(
      Originals originals,
      Reservations reservations,
      Progress progress,
      Quarantine quarantine,
      QuarantineProperties settings,
      Clock clock) {
    var rule = new ExpirySweep.Rule(settings.expiry(), settings.kept());
    return new ExpirySweep(originals, reservations, progress, quarantine, rule, clock);
  }
}
