package dev.safelight.ingest.web;

import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets senders finish before a refusal that came without a look at their body. Such an answer would
 * close the connection under whoever still writes: a client then sees a broken connection instead
 * of the reason, and the gateway says that we are away. Who does not finish soon is cut off.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BodyDrain implements WebFilter {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** More than a photo has. */
  private static final long MOST_BYTES = 16 << 20;

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var request = exchange.getRequest();
    if (!sendsBody(request)) {
      return chain.filter(exchange);
    }
    var watched = new WatchedRequest(request);
    exchange
        .getResponse()
        .beforeCommit(() -> watched.isRead() ? Mono.empty() : Mono.defer(() -> drained(request)));
    return chain.filter(exchange.mutate().request(watched).build());
  }

  /** Who waits to be told to go on sends nothing before that. */
  private static boolean sendsBody(ServerHttpRequest request) {
    var headers = request.getHeaders();
    return !headers.containsHeader(HttpHeaders.EXPECT)
        && (headers.getContentLength() > 0
            || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING));
  }

  /**
   * Gives each piece back before it is ignored: what is ignored while an answer is written Spring
   * would give back, too.
   */
  private static Mono<Void> drained(ServerHttpRequest request) {
    return DataBufferUtils.takeUntilByteCount(request.getBody(), MOST_BYTES)
        .map(DataBufferUtils::release)
        .then()
        .timeout(PATIENCE)
        .onErrorComplete();
  }

  /** Knows whether anybody reads its body. */
  private static final class WatchedRequest extends ServerHttpRequestDecorator {

    private volatile boolean read;

    WatchedRequest(ServerHttpRequest request) {
      super(request);
    }

    boolean isRead() {
      return read;
    }

    @Override
    public Flux<DataBuffer> getBody() {
      return Flux.defer(
          () -> {
            read = true;
            return super.getBody();
          });
    }
  }
}
