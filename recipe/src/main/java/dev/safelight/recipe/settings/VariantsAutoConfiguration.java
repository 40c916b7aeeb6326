package dev.safelight.recipe.settings;

import dev.safelight.recipe.VariantSets;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives a service the sets there are. */
@AutoConfiguration
@EnableConfigurationProperties(VariantsProperties.class)
class VariantsAutoConfiguration {

  @Bean
  VariantSets variantSets(VariantsProperties settings) {
    return settings.toSets();
  }
}
