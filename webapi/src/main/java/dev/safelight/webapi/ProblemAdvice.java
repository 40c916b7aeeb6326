package dev.safelight.webapi;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Every error leaves as {@code application/problem+json}; the type is stable, the detail is for
 * people, and nothing tells a class, a host or a stack trace.
 *
 * <p>A service's own advice comes first where it has one.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final URI UNTYPED = URI.create("about:blank");

  private final ProblemWriter writer;

  ProblemAdvice(ProblemWriter writer) {
    this.writer = writer;
  }

  @ExceptionHandler
  Mono<ResponseEntity<Object>> unforeseen(Throwable failure, ServerWebExchange exchange) {
    if (failure instanceof AuthenticationException || failure instanceof AccessDeniedException) {
      // The security filters answer these.
      return Mono.error(failure);
    }
    log.error("Unforeseen failure of {}", exchange.getRequest().getPath(), failure);
    var problem = Problems.internal();
    return createResponseEntity(
        problem.getBody(), problem.getHeaders(), problem.getStatusCode(), exchange);
  }

  @Override
  protected Mono<ResponseEntity<Object>> createResponseEntity(
      @Nullable Object body,
      @Nullable HttpHeaders headers,
      HttpStatusCode status,
      ServerWebExchange exchange) {
    var problem =
        body instanceof ProblemDetail detail ? detail : ProblemDetail.forStatus(status.value());
    if (problem.getType() == null || UNTYPED.equals(problem.getType())) {
      problem.setType(URI.create("urn:safelight:problem:http-" + status.value()));
    }
    return super.createResponseEntity(
        writer.finished(problem, exchange), headers, status, exchange);
  }
}
