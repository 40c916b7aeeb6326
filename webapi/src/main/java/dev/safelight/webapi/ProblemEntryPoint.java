package dev.safelight.webapi;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** 401 where the token is missing or bad (RFC 6750), 503 where its issuer can't be asked. */
class ProblemEntryPoint implements ServerAuthenticationEntryPoint {

  private final ProblemWriter problems;

  ProblemEntryPoint(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException failure) {
    if (failure instanceof AuthenticationServiceException) {
      return problems.write(Problems.unavailable(), exchange);
    }
    return problems.write(
        Problems.unauthorized().withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer"), exchange);
  }
}
