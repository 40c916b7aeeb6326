package dev.safelight.webapi;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtGrantedAuthoritiesConverterAdapter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;

/**
 * Bearer tokens and nothing else: no cookies, no sessions, no forms, hence no CSRF to guard
 * against.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

  @Bean
  SecurityWebFilterChain securityWebFilterChain(
      ServerHttpSecurity http, AccessRules rules, ProblemWriter problems) {
    var askToSignIn = new ProblemEntryPoint(problems);
    ServerAccessDeniedHandler refuse =
        (exchange, denied) -> problems.write(Problems.forbidden(), exchange);
    return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
        .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
        .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
        .logout(ServerHttpSecurity.LogoutSpec::disable)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
        .authorizeExchange(
            requests -> {
              requests.pathMatchers(HttpMethod.GET, "/actuator/**").permitAll();
              rules.apply(requests);
              requests.anyExchange().denyAll();
            })
        .oauth2ResourceServer(
            tokens ->
                tokens
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(authentication()))
                    .authenticationEntryPoint(askToSignIn)
                    .accessDeniedHandler(refuse))
        .exceptionHandling(
            failures -> failures.authenticationEntryPoint(askToSignIn).accessDeniedHandler(refuse))
        .build();
  }

  /**
   * The span of a request tells how it ended. Three more for the filters before it would tell no
   * more, and take a sixth of the memory of a request that stays open.
   */
  @Bean
  SecurityObservationSettings noSecurityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  /** Finds the issuer's keys at the first token, so that a service starts while sign-in is away. */
  @Bean
  ReactiveJwtDecoder jwtDecoder(OidcProperties oidc) {
    return new SupplierReactiveJwtDecoder(
        () -> {
          var decoder =
              NimbusReactiveJwtDecoder.withIssuerLocation(oidc.issuer())
                  .jwsAlgorithm(SignatureAlgorithm.RS256)
                  .build();
          decoder.setJwtValidator(
              new DelegatingOAuth2TokenValidator<>(
                  JwtValidators.createDefaultWithIssuer(oidc.issuer()),
                  new JwtClaimValidator<List<String>>(
                      JwtClaimNames.AUD,
                      audience -> audience != null && audience.contains(oidc.audience()))));
          return decoder;
        });
  }

  private static ReactiveJwtAuthenticationConverter authentication() {
    var converter = new ReactiveJwtAuthenticationConverter();
    converter.setJwtGrantedAuthoritiesConverter(
        new ReactiveJwtGrantedAuthoritiesConverterAdapter(new TokenAuthorities()));
    return converter;
  }
}
