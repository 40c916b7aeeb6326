package dev.safelight.metadata.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/** Believes tokens as they are; {@link RunningService#token} makes them. */
@TestConfiguration(proxyBeanMethods = false)
class TrustingTokens {

  @Bean
  @Primary
  ReactiveJwtDecoder trustingDecoder() {
    return token -> Mono.fromSupplier(() -> decode(token));
  }

  private static Jwt decode(String token) {
    var dot = token.indexOf('.');
    if (dot < 0) {
      throw new BadJwtException("Not one of ours");
    }
    var rights = token.substring(dot + 1);
    var scopes =
        (rights.contains("r") ? "images:read " : "") + (rights.contains("w") ? "images:write" : "");
    return Jwt.withTokenValue(token)
        .header("alg", "none")
        .subject(token.substring(0, dot))
        .claim("scope", scopes.strip())
        .claim("roles", roles(rights))
        .expiresAt(rights.contains("e") ? Instant.now().plusSeconds(1) : Instant.MAX)
        .build();
  }

  private static List<String> roles(String rights) {
    return Stream.of("admin", "moderator")
        .filter(role -> rights.indexOf(role.charAt(0)) >= 0)
        .toList();
  }
}
