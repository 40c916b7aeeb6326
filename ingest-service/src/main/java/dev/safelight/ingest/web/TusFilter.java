package dev.safelight.ingest.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Says in every answer to a tus client, problems included, which version it is in. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TusFilter implements WebFilter {

  private static final String PREFIX = "/api/uploads/tus";

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (exchange.getRequest().getPath().value().startsWith(PREFIX)) {
      exchange.getResponse().getHeaders().set(Tus.TUS_RESUMABLE, Tus.VERSION);
    }
    return chain.filter(exchange);
  }
}
