package dev.safelight.scanner.web;

import dev.safelight.webapi.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Nobody asks the scanner anything by HTTP but how it is. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  @Bean
  AccessRules nothingButHealth() {
    return requests -> {};
  }
}
