package dev.safelight.metadata;

import dev.safelight.database.LeasedRounds;
import dev.safelight.database.Leases;
import dev.safelight.metadata.accesslog.AccessLog;
import dev.safelight.metadata.audit.AuditLog;
import dev.safelight.metadata.audit.AuditTrail;
import dev.safelight.metadata.catalog.ImageEdits;
import dev.safelight.metadata.item.Items;
import dev.safelight.metadata.outbox.Announcer;
import dev.safelight.metadata.person.Emptying;
import dev.safelight.metadata.person.Endings;
import dev.safelight.metadata.person.Erasure;
import dev.safelight.metadata.person.ErasureJob;
import dev.safelight.metadata.person.ErasureService;
import dev.safelight.metadata.person.Erasures;
import dev.safelight.metadata.person.ExportService;
import dev.safelight.metadata.person.ExportSlots;
import dev.safelight.metadata.person.Possessions;
import dev.safelight.metadata.person.Purges;
import dev.safelight.metadata.person.Shares;
import dev.safelight.metadata.person.Traces;
import dev.safelight.metadata.signing.Signatures;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Puts together what people may ask about themselves. */
@Configuration(proxyBeanMethods = false)
class PersonConfiguration {

  private static final Duration TERM = Duration.ofMinutes(1);

  @Bean
  ErasureService erasureService(Erasures erasures, AuditLog audit, Signatures signatures) {
    return new ErasureService(erasures, audit, signatures, Clock.systemUTC());
  }

  @Bean
  Purges erasurePurges(ImageEdits edits) {
    return new Endings(edits, Clock.systemUTC());
  }

  @Bean
  Emptying emptying(
      Possessions possessions, Purges purges, Items items, Shares shares, ImageEdits edits) {
    return new Emptying(possessions, purges, items, shares, edits, Clock.systemUTC());
  }

  @Bean
  Traces auditTraces(AuditTrail trail) {
    return trail::forget;
  }

  @Bean
  Traces accessTraces(AccessLog log) {
    return log::eraseAccount;
  }

  @Bean
  ErasureJob erasureJob(
      Erasures erasures,
      Emptying emptying,
      List<Traces> traces,
      Announcer<Erasure> announcer,
      Signatures signatures) {
    return new ErasureJob(erasures, emptying, traces, announcer, signatures, Clock.systemUTC());
  }

  @Bean
  LeasedRounds erasing(ErasureJob job, Leases leases, ErasureProperties settings) {
    var pace = new LeasedRounds.Pace(settings.interval(), TERM);
    return new LeasedRounds("erasures", leases, pace, Mono.defer(job::advance));
  }

  @Bean
  LeasedRounds erasureWatch(ErasureJob job, Leases leases, ErasureProperties settings) {
    var pace = new LeasedRounds.Pace(settings.watchInterval(), TERM);
    return new LeasedRounds(
        "erasure-watch", leases, pace, Mono.defer(() -> job.watch(settings.watch())));
  }

  @Bean
  ExportService exportService(ExportSlots slots, AuditLog audit) {
    return new ExportService(slots, audit, Clock.systemUTC());
  }
}
