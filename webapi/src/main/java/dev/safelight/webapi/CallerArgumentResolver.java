package dev.safelight.webapi;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives controllers their {@link Caller}. */
class CallerArgumentResolver implements HandlerMethodArgumentResolver {

  private static final String SCOPE = "SCOPE_";
  private static final String ROLE = "ROLE_";

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public Mono<Object> resolveArgument(
      MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
    return ReactiveSecurityContextHolder.getContext()
        .mapNotNull(SecurityContext::getAuthentication)
        .<Object>map(CallerArgumentResolver::caller)
        .defaultIfEmpty(Caller.ANONYMOUS);
  }

  private static Caller caller(Authentication authentication) {
    if (!(authentication instanceof JwtAuthenticationToken token)) {
      return Caller.ANONYMOUS;
    }
    var authorities =
        token.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());
    return new Caller(
        token.getName(),
        after(ROLE, authorities),
        after(SCOPE, authorities),
        token.getToken().getExpiresAt());
  }

  private static Set<String> after(String prefix, Set<String> authorities) {
    return authorities.stream()
        .filter(authority -> authority.startsWith(prefix))
        .map(authority -> authority.substring(prefix.length()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
