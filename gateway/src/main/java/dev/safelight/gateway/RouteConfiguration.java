package dev.safelight.gateway;

import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Uploads go to ingest, everything else about images to metadata. */
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
            "images",
            request -> request.path("/api/images", "/api/images/**").uri(gateway.metadataUrl()))
        .build();
  }
}
