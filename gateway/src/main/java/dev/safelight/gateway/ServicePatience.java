package dev.safelight.gateway;

import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.http.client.HttpClient;

/**
 * Gives services their time. Netty counts from when the request is sent, whereas the time-out of
 * routes begins with its first byte and would cut off uploads over slow lines.
 */
@Component
class ServicePatience implements HttpClientCustomizer {

  private final GatewayProperties gateway;

  ServicePatience(GatewayProperties gateway) {
    this.gateway = gateway;
  }

  @Override
  public HttpClient customize(HttpClient client) {
    return client.responseTimeout(gateway.responseTimeout());
  }
}
