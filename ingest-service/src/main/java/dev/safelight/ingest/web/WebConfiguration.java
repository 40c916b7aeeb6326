package dev.safelight.ingest.web;

import dev.safelight.webapi.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may upload, and who may ask about it. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  private static final String READ = "SCOPE_images:read";
  private static final String WRITE = "SCOPE_images:write";

  @Bean
  AccessRules accessRules() {
    return requests ->
        requests
            .pathMatchers(HttpMethod.POST, "/api/images")
            .hasAuthority(WRITE)
            .pathMatchers(HttpMethod.POST, "/api/uploads/presigned", "/api/uploads/*/complete")
            .hasAuthority(WRITE)
            // What the protocol can do is no secret, and not every client signs this request.
            .pathMatchers(HttpMethod.OPTIONS, "/api/uploads/tus", "/api/uploads/tus/*")
            .permitAll()
            .pathMatchers("/api/uploads/tus", "/api/uploads/tus/*")
            .hasAuthority(WRITE)
            .pathMatchers(HttpMethod.GET, "/api/me/usage", "/api/uploads/limits")
            .hasAnyAuthority(READ, WRITE)
            .pathMatchers("/api/admin/users/*/quota")
            .hasRole("admin");
  }
}
