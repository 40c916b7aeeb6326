package dev.safelight.gateway;

import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** What comes in goes to ingest, everything else about images to metadata. */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

  @Bean
  RouteLocator routes(RouteLocatorBuilder routes, GatewayProperties gateway) {
    return routes
        .routes()
        .route(
            "upload",
            request ->
                request.method(HttpMethod.POST).and().path("/api/images").uri(gateway.ingestUrl()))
        .route(
            "uploads",
            request ->
                request
                    .path("/api/uploads/**", "/api/me/usage", "/api/admin/users/**")
                    .uri(gateway.ingestUrl()))
        .route(
            "records",
            request ->
                request
                    .path("/api/images/**", "/api/items/**", "/api/events/**")
                    .uri(gateway.metadataUrl()))
        .route(
            "people",
            request ->
                request
                    .path("/api/me", "/api/me/export", "/api/receipts/**")
                    .uri(gateway.metadataUrl()))
        .route(
            "administration",
            request ->
                request
                    .path("/api/admin/audit/**", "/api/admin/moderation/**")
                    .uri(gateway.metadataUrl()))
        .build();
  }
}
