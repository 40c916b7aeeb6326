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
        requests
            .pathMatchers(HttpMethod.POST, "/api/images")
            .hasAuthority("SCOPE_images:write")
            .pathMatchers(HttpMethod.POST, "/api/uploads/presigned", "/api/uploads/*/complete")
            .hasAuthority("SCOPE_images:write")
            // What the protocol can do is no secret, and not every client signs this request.
            .pathMatchers(HttpMethod.OPTIONS, "/api/uploads/tus", "/api/uploads/tus/*")
            .permitAll()
            .pathMatchers("/api/uploads/tus", "/api/uploads/tus/*")
            .hasAuthority("SCOPE_images:write");
  }
}
