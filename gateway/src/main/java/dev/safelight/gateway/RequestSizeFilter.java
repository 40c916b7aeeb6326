package dev.safelight.gateway;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses a body that is too large: by what it claims, and by what comes. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestSizeFilter implements WebFilter {

  private final long limit;

  RequestSizeFilter(GatewayProperties gateway) {
    this.limit = gateway.maxRequestSize().toBytes();
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (exchange.getRequest().getHeaders().getContentLength() > limit) {
      return Mono.error(new RequestTooLargeException(limit));
    }
    var counted =
        new ServerHttpRequestDecorator(exchange.getRequest()) {
          @Override
          public Flux<DataBuffer> getBody() {
            return counted(super.getBody());
          }
        };
    return chain.filter(exchange.mutate().request(counted).build());
  }

  private Flux<DataBuffer> counted(Flux<DataBuffer> body) {
    var seen = new AtomicLong();
    return body.map(
        chunk -> {
          if (seen.addAndGet(chunk.readableByteCount()) > limit) {
            DataBufferUtils.release(chunk);
            throw new RequestTooLargeException(limit);
          }
          return chunk;
        });
  }
}
