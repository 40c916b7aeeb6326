package dev.safelight.gateway;

import io.micrometer.tracing.Tracer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers what fails here as {@code application/problem+json} (RFC 9457). */
@Component
@Order(-2)
class ProblemHandler implements WebExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
  private static final String RETRY_SECONDS = "5";

  private final JsonMapper json;
  private final @Nullable Tracer tracer;

  ProblemHandler(JsonMapper json, ObjectProvider<Tracer> tracer) {
    this.json = json;
    this.tracer = tracer.getIfAvailable();
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    var response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.error(failure);
    }
    var problem = Problem.of(failure);
    if (problem.status().is5xxServerError()) {
      log.warn("{} {}: {}", exchange.getRequest().getPath(), problem.slug(), failure.toString());
    }
    response.setStatusCode(problem.status());
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (problem.isTemporary()) {
      response.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    var body = json.writeValueAsBytes(members(problem, failure, exchange));
    return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
  }

  private Map<String, Object> members(
      Problem problem, Throwable failure, ServerWebExchange exchange) {
    var members = new LinkedHashMap<String, Object>();
    members.put("type", "urn:safelight:problem:" + problem.slug());
    members.put("title", problem.title());
    members.put("status", problem.status().value());
    members.put("detail", problem.detail());
    members.put("instance", exchange.getRequest().getPath().value());
    if (failure instanceof RequestTooLargeException e) {
      members.put("maxSize", e.limit());
    }
    var span = tracer == null ? null : tracer.currentSpan();
    if (span != null) {
      members.put("traceId", span.context().traceId());
    }
    return members;
  }
}
