package dev.safelight.metadata;

import dev.safelight.database.LeasedRounds;
import dev.safelight.database.Leases;
import dev.safelight.metadata.audit.AuditTrail;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Forgets in time who did what. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

  private static final Duration TERM = Duration.ofMinutes(1);

  @Bean
  LeasedRounds auditSweep(AuditTrail trail, Leases leases, AuditProperties settings) {
    var clock = Clock.systemUTC();
    var sweep = Mono.defer(() -> trail.removeBefore(clock.instant().minus(settings.keep())));
    return new LeasedRounds(
        "audit-sweep", leases, new LeasedRounds.Pace(settings.sweep(), TERM), sweep);
  }
}
