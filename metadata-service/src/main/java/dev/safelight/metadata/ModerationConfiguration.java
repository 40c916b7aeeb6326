package dev.safelight.metadata;

import dev.safelight.metadata.audit.AuditLog;
import dev.safelight.metadata.catalog.Catalog;
import dev.safelight.metadata.catalog.CatalogService;
import dev.safelight.metadata.catalog.HoldPolicy;
import dev.safelight.metadata.catalog.ImageChange;
import dev.safelight.metadata.catalog.Projection;
import dev.safelight.metadata.item.Items;
import dev.safelight.metadata.moderation.HoldRules;
import dev.safelight.metadata.moderation.ModerationService;
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
      CatalogService images,
      Catalog catalog,
      Projection projection,
      AuditLog audit,
      OutboxRelay<ImageChange> relay) {
    var told = new ModerationService.Told(relay::nudge, Clock.systemUTC());
    return new ModerationService(images, catalog, projection, audit, told);
  }
}
