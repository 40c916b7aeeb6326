package dev.safelight.gateway;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;

/** Lets pages of the named origins call the API; credentials are bearer tokens, never cookies. */
@Configuration(proxyBeanMethods = false)
class CorsConfiguration {

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

  private static final List<String> EXPOSED =
      List.of(
          "Location",
          "X-Image-ID",
          "ETag",
          "Preference-Applied",
          "Idempotency-Replayed",
          "Retry-After",
          "RateLimit",
          "RateLimit-Policy",
          "Content-Range",
          "Accept-Ranges",
          // Of the tus protocol.
          "Tus-Resumable",
          "Tus-Version",
          "Tus-Extension",
          "Tus-Max-Size",
          "Tus-Checksum-Algorithm",
          "Upload-Offset",
          "Upload-Length",
          "Upload-Metadata",
          "Upload-Expires");

  @Bean
  CorsWebFilter corsWebFilter(GatewayProperties gateway) {
    var cors = new org.springframework.web.cors.CorsConfiguration();
    cors.setAllowedOrigins(gateway.allowedOrigins());
    cors.setAllowedMethods(METHODS);
    cors.addAllowedHeader("*");
    cors.setExposedHeaders(EXPOSED);
    cors.setMaxAge(Duration.ofHours(1));
    var everywhere = new UrlBasedCorsConfigurationSource();
    everywhere.registerCorsConfiguration("/**", cors);
    return new CorsWebFilter(everywhere);
  }
}
