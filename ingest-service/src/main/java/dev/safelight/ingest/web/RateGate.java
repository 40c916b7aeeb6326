package dev.safelight.ingest.web;

import dev.safelight.ingest.upload.UploadUnavailableException;
import dev.safelight.webapi.ProblemException;
import dev.safelight.webapi.ProblemWriter;
import dev.safelight.webapi.Problems;
import java.security.Principal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Counts what begins an upload, through whichever door, before a byte of its body is read. What is
 * refused later for any other reason was counted all the same.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class RateGate implements WebFilter {

  private static final ServerWebExchangeMatcher BEGINS_AN_UPLOAD =
      ServerWebExchangeMatchers.pathMatchers(
          HttpMethod.POST, "/api/images", "/api/uploads/presigned", "/api/uploads/tus");

  private final UploadRates rates;
  private final ProblemWriter problems;

  RateGate(UploadRates rates, ProblemWriter problems) {
    this.rates = rates;
    this.problems = problems;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return BEGINS_AN_UPLOAD
        .matches(exchange)
        .flatMap(match -> match.isMatch() ? counted(exchange, chain) : chain.filter(exchange));
  }

  private Mono<Void> counted(ServerWebExchange exchange, WebFilterChain chain) {
    var response = exchange.getResponse();
    var headers = RateHeaders.of(exchange.getRequest());
    response.beforeCommit(() -> Mono.fromRunnable(() -> headers.writeTo(response.getHeaders())));
    return exchange
        .getPrincipal()
        .map(Principal::getName)
        .flatMap(subject -> problem(subject, exchange.getRequest()))
        .map(problem -> problems.write(problem, exchange))
        .switchIfEmpty(Mono.fromSupplier(() -> chain.filter(exchange)))
        .flatMap(next -> next);
  }

  private Mono<ProblemException> problem(String subject, ServerHttpRequest request) {
    return rates
        .refusal(subject, request)
        .map(UploadProblems::rateLimited)
        .onErrorResume(UploadUnavailableException.class, away -> Mono.just(Problems.unavailable()));
  }
}
