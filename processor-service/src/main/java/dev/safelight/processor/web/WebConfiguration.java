package dev.safelight.processor.web;

import dev.safelight.webapi.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Nobody asks the processor anything by HTTP but how it is. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  @Bean
  AccessRules nothingButHealth() {
    return requests -> {};
  }
}
