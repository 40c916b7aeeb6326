package dev.safelight.ingest.web;

import dev.safelight.webapi.ProblemWriter;
import dev.safelight.webapi.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Semaphore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Handles so many uploads at a time and no more, so that memory and disk are enough for each. It is
 * before the {@link RateGate}: whoever is asked to come back is not counted.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class UploadSlots implements WebFilter {

  private static final ServerWebExchangeMatcher UPLOADS =
      new OrServerWebExchangeMatcher(
          ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, "/api/images", "/api/uploads/**"),
          ServerWebExchangeMatchers.pathMatchers(HttpMethod.PATCH, "/api/uploads/**"));

  private final Semaphore free;
  private final ProblemWriter problems;

  UploadSlots(SlotProperties slots, ProblemWriter problems, MeterRegistry meters) {
    this.free = new Semaphore(slots.maxConcurrent());
    this.problems = problems;
    meters.gauge("safelight.ingest.slots.free", free, Semaphore::availablePermits);
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return UPLOADS
        .matches(exchange)
        .flatMap(match -> match.isMatch() ? inSlot(exchange, chain) : chain.filter(exchange));
  }

  private Mono<Void> inSlot(ServerWebExchange exchange, WebFilterChain chain) {
    return Mono.defer(
        () ->
            free.tryAcquire()
                ? chain.filter(exchange).doFinally(end -> free.release())
                : problems.write(Problems.unavailable(), exchange));
  }
}
