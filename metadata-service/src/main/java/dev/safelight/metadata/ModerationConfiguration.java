package dev.safelight.metadata;

import dev.safelight.metadata.catalog.HoldPolicy;
import dev.safelight.metadata.item.Items;
import dev.safelight.metadata.moderation.HoldRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts moderation together. */
@Configuration(proxyBeanMethods = false)
class ModerationConfiguration {

  @Bean
  HoldPolicy holdPolicy(ModerationProperties settings, Items items) {
    return new HoldRules(settings.hold(), settings.kinds(), items);
  }
}
