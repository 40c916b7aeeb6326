package dev.safelight.metadata.web;

import dev.safelight.webapi.ProblemException;
import dev.safelight.webapi.ProblemWriter;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes streams of events outside of all other filters, once these are done with the request. Else
 * all that it took to find out who listens to what (the token, its claims, every filter's state)
 * would be kept for as long as the stream is open, and be half of what a listener costs.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OpenStreams implements WebFilter {

  private static final ResolvableType EVENT =
      ResolvableType.forClassWithGenerics(ServerSentEvent.class, LiveJson.class);

  private final ServerCodecConfigurer codecs;
  private final ProblemWriter problems;

  OpenStreams(ServerCodecConfigurer codecs, ProblemWriter problems) {
    this.codecs = codecs;
    this.problems = problems;
  }

  private record Left(Flux<ServerSentEvent<LiveJson>> events) {}

  /** Leaves a stream to be written later. What it fails with before its first event is told. */
  static void leave(ServerWebExchange exchange, Flux<ServerSentEvent<LiveJson>> events) {
    exchange.getAttributes().put(Left.class.getName(), new Left(events));
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return chain.filter(exchange).then(Mono.defer(() -> written(exchange)));
  }

  private Mono<Void> written(ServerWebExchange exchange) {
    return exchange.getAttributes().remove(Left.class.getName()) instanceof Left(var events)
        ? write(events, exchange.getResponse())
            .onErrorResume(ProblemException.class, problem -> refused(problem, exchange))
        : Mono.empty();
  }

  /** nginx and others would else keep events until a buffer is full. */
  private Mono<Void> write(Flux<ServerSentEvent<LiveJson>> events, ServerHttpResponse response) {
    response.getHeaders().setCacheControl(CacheControl.noStore());
    response.getHeaders().set("X-Accel-Buffering", "no");
    return writer().write(events, EVENT, MediaType.TEXT_EVENT_STREAM, response, Map.of());
  }

  private Mono<Void> refused(ProblemException problem, ServerWebExchange exchange) {
    if (exchange.getResponse().isCommitted()) {
      return Mono.error(problem);
    }
    return problems.write(problem, exchange);
  }

  @SuppressWarnings("unchecked") // It says that it can.
  private HttpMessageWriter<ServerSentEvent<LiveJson>> writer() {
    return (HttpMessageWriter<ServerSentEvent<LiveJson>>)
        codecs.getWriters().stream()
            .filter(writer -> writer.canWrite(EVENT, MediaType.TEXT_EVENT_STREAM))
            .findFirst()
            .orElseThrow();
  }
}
