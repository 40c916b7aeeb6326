package dev.safelight.ingest.web;

import dev.safelight.webapi.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may upload. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  @Bean
  AccessRules accessRules() {
    return requests ->
        requests.pathMatchers(HttpMethod.POST, "/api/images").hasAuthority("SCOPE_images:write");
  }
}
