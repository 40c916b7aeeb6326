package dev.safelight.metadata;

import dev.safelight.metadata.audit.AuditLog;
import dev.safelight.metadata.person.ExportService;
import dev.safelight.metadata.person.ExportSlots;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what people may ask about themselves. */
@Configuration(proxyBeanMethods = false)
class PersonConfiguration {

  @Bean
  ExportService exportService(ExportSlots slots, AuditLog audit) {
    return new ExportService(slots, audit, Clock.systemUTC());
  }
}
