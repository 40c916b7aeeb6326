package dev.safelight.metadata;

import dev.safelight.metadata.audit.AuditLog;
import dev.safelight.metadata.catalog.Catalog;
import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.catalog.HoldPolicy;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.Projection;
import dev.safelight.metadata.item.Items;
import dev.safelight.metadata.moderation.Decisions;
import dev.safelight.metadata.moderation.HeardDecisions;
import dev.safelight.metadata.moderation.HoldRules;
import dev.safelight.metadata.moderation.ModerationService;
import dev.safelight.metadata.outbox.Announcer;
import dev.safelight.metadata.outbox.OutboxRelay;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts moderation together. */
@Configuration(proxyBeanMethods = false)
class ModerationConfiguration {

  @Bean
  HoldPolicy holdPolicy(ModerationProperties settings, Items items) {
    return new HoldRules(settings.hold(), settings.kinds(), items);
  }

  @Bean
  ModerationService moderationService(
      CatalogService images, Catalog catalog, OutboxRelay<ImageChange> relay) {
    return new ModerationService(images, catalog, relay::nudge, Clock.systemUTC());
  }

  @Bean
  HeardDecisions heardDecisions(
      Projection projection,
      AuditLog audit,
      Decisions decisions,
      Announcer<ImageChange> announcer) {
    return new HeardDecisions(projection, audit, decisions, announcer);
  }
}
