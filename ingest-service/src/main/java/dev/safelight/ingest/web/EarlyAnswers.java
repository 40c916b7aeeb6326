package dev.safelight.ingest.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
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
 * Tells whoever is refused before the end of their body that the connection closes, or they would
 * send their next request on it. The server sees to it that they can read the answer first.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EarlyAnswers implements WebFilter {

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var request = exchange.getRequest();
    if (!sendsBody(request.getHeaders())) {
      return chain.filter(exchange);
    }
    var watched = new WatchedRequest(request);
    var answer = exchange.getResponse();
    answer.beforeCommit(() -> Mono.fromRunnable(() -> say(watched, answer)));
    return chain.filter(exchange.mutate().request(watched).build());
  }

  private static boolean sendsBody(HttpHeaders headers) {
    return headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
  }

  /** What is taken is all there, but for what may follow the end of a form. */
  private static void say(WatchedRequest request, ServerHttpResponse answer) {
    var status = answer.getStatusCode();
    if (!request.isEnded() && status != null && status.isError()) {
      answer.getHeaders().set(HttpHeaders.CONNECTION, "close");
    }
  }

  /** Knows whether somebody has read its body to the end. */
  private static final class WatchedRequest extends ServerHttpRequestDecorator {

    private volatile boolean ended;

    WatchedRequest(ServerHttpRequest request) {
      super(request);
    }

    boolean isEnded() {
      return ended;
    }

    @Override
    public Flux<DataBuffer> getBody() {
      return super.getBody().doOnComplete(() -> ended = true);
    }
  }
}
