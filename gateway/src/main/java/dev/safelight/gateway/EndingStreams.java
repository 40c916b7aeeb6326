package dev.safelight.gateway;

import org.reactivestreams.Publisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Ends event streams as soon as we stop, before the server waits for its open answers: these would
 * not end. Clients come back and go on from where they were.
 */
@Component
class EndingStreams implements WebFilter, SmartLifecycle {

  private final Sinks.Empty<Void> stopping = Sinks.empty();
  private volatile boolean running;

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return chain.filter(exchange.mutate().response(ending(exchange.getResponse())).build());
  }

  /** Only answers that are to be sent piece by piece are written in this way. */
  private ServerHttpResponse ending(ServerHttpResponse response) {
    return new ServerHttpResponseDecorator(response) {
      @Override
      public Mono<Void> writeAndFlushWith(
          Publisher<? extends Publisher<? extends DataBuffer>> body) {
        return super.writeAndFlushWith(Flux.from(body).takeUntilOther(stopping.asMono()));
      }
    };
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    stopping.tryEmitEmpty();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
