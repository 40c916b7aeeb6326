package dev.safelight.webapi;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;

/** What a token allows: {@code SCOPE_*} for its scopes and {@code ROLE_*} for its roles. */
class TokenAuthorities implements Converter<Jwt, Collection<GrantedAuthority>> {

  private final JwtGrantedAuthoritiesConverter scopes = new JwtGrantedAuthoritiesConverter();

  @Override
  public Collection<GrantedAuthority> convert(Jwt token) {
    var roles = Objects.requireNonNullElse(token.getClaimAsStringList("roles"), List.<String>of());
    return Stream.<GrantedAuthority>concat(
            Objects.requireNonNull(scopes.convert(token)).stream(),
            roles.stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)))
        .toList();
  }
}
