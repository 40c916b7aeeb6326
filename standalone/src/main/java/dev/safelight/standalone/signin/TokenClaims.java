package dev.safelight.standalone.signin;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * What our tokens say, in the form of RFC 9068 as far as Safelight reads it: audience, scope as one
 * string of words, roles; and for people the name beside the opaque subject.
 */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  private final Accounts accounts;
  private final String audience;

  TokenClaims(Accounts accounts, String audience) {
    this.accounts = accounts;
    this.audience = audience;
  }

  @Override
  public void customize(JwtEncodingContext context) {
    var claims = context.getClaims();
    Authentication person = requireNonNull(context.getPrincipal());
    var account = accounts.byId(person.getName()).orElseThrow();
    claims.claim("preferred_username", account.name());
    claims.claim("roles", account.roles());
    if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      claims.audience(List.of(audience));
      claims.claim("scope", String.join(" ", context.getAuthorizedScopes()));
    }
  }
}
