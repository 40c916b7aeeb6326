package dev.safelight.gateway;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Adds to every answer, errors included, what tells browsers to be careful. What a service said
 * itself, such as the policy of served content, stands.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeadersFilter implements WebFilter {

  private static final String ONE_YEAR = "max-age=31536000; includeSubDomains";

  private final boolean https;

  SecurityHeadersFilter(GatewayProperties gateway) {
    this.https = gateway.https();
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> harden(exchange)));
    return chain.filter(exchange);
  }

  private void harden(ServerWebExchange exchange) {
    var headers = exchange.getResponse().getHeaders();
    headers.remove(HttpHeaders.SERVER);
    addIfAbsent(headers, "X-Content-Type-Options", "nosniff");
    addIfAbsent(headers, "X-Frame-Options", "DENY");
    addIfAbsent(headers, "Referrer-Policy", "no-referrer");
    addIfAbsent(headers, "Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    addIfAbsent(headers, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    addIfAbsent(headers, "Cross-Origin-Resource-Policy", "same-site");
    if (https) {
      headers.set("Strict-Transport-Security", ONE_YEAR);
    }
  }

  private static void addIfAbsent(HttpHeaders headers, String name, String value) {
    if (!headers.containsHeader(name)) {
      headers.set(name, value);
    }
  }
}
