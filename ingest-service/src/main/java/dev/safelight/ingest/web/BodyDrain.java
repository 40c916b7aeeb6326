package dev.safelight.ingest.web;

import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
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
 *
 * <p>Whoever is refused before the end of their body is told that the connection closes, or they
 * would send their next request on it.
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
    if (!sendsBody(request.getHeaders())) {
      return chain.filter(exchange);
    }
    var watched = new WatchedRequest(request);
    exchange.getResponse().beforeCommit(() -> ended(watched, exchange.getResponse()));
    return chain.filter(exchange.mutate().request(watched).build());
  }

  private static boolean sendsBody(HttpHeaders headers) {
    return headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
  }

  /** What is taken is all there, but for what may follow the end of a form. */
  private static Mono<Void> ended(WatchedRequest request, ServerHttpResponse answer) {
    return Mono.defer(() -> request.isAwaited() ? drained(request) : Mono.empty())
        .then(
            Mono.fromRunnable(
                () -> {
                  var status = answer.getStatusCode();
                  if (!request.isEnded() && status != null && status.isError()) {
                    answer.getHeaders().set(HttpHeaders.CONNECTION, "close");
                  }
                }));
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

  /** Knows how far somebody has read its body. */
  private static final class WatchedRequest extends ServerHttpRequestDecorator {

    private volatile boolean begun;
    private volatile boolean ended;

    WatchedRequest(ServerHttpRequest request) {
      super(request);
    }

    boolean isEnded() {
      return ended;
    }

    /** Who waits to be told to go on sends nothing before that. */
    boolean isAwaited() {
      return !begun && !getHeaders().containsHeader(HttpHeaders.EXPECT);
    }

    @Override
    public Flux<DataBuffer> getBody() {
      return Flux.defer(
          () -> {
            begun = true;
            return super.getBody().doOnComplete(() -> ended = true);
          });
    }
  }
}
