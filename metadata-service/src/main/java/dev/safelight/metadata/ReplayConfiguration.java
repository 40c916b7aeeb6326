package dev.safelight.metadata;

import dev.safelight.metadata.audit.AuditLog;
import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.replay.Originals;
import dev.safelight.metadata.replay.Pipeline;
import dev.safelight.metadata.replay.ReplayService;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends images through the pipeline once more. */
@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {

  @Bean
  ReplayService replayService(
      CatalogService images, Originals originals, Pipeline pipeline, AuditLog audit) {
    return new ReplayService(images, originals, pipeline, audit, Clock.systemUTC());
  }
}
