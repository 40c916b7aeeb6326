package dev.safelight.webapi;

import io.micrometer.tracing.Tracer;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Finishes a problem with what only the request knows, and writes it where no controller does. */
public class ProblemWriter {

  private final JsonMapper json;
  private final @Nullable Tracer tracer;

  ProblemWriter(JsonMapper json, @Nullable Tracer tracer) {
    this.json = json;
    this.tracer = tracer;
  }

  /** Adds the request's path and the id of its trace. */
  ProblemDetail finished(ProblemDetail problem, ServerWebExchange exchange) {
    problem.setInstance(URI.create(exchange.getRequest().getPath().value()));
    var span = tracer == null ? null : tracer.currentSpan();
    if (span != null) {
      problem.setProperty("traceId", span.context().traceId());
    }
    return problem;
  }

  /** Answers with a problem. */
  public Mono<Void> write(ProblemException problem, ServerWebExchange exchange) {
    var response = exchange.getResponse();
    response.setStatusCode(problem.getStatusCode());
    response.getHeaders().putAll(problem.getHeaders());
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    return response.writeWith(
        Mono.fromSupplier(
            () ->
                response
                    .bufferFactory()
                    .wrap(json.writeValueAsBytes(finished(problem.getBody(), exchange)))));
  }
}
