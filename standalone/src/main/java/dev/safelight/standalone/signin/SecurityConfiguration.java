package dev.safelight.standalone.signin;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** Wires the provider: the protocol's endpoints first, a login form for everything else. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  @Bean
  @Order(1)
  SecurityFilterChain protocol(HttpSecurity http) {
    http.oauth2AuthorizationServer(
        server -> {
          http.securityMatcher(server.getEndpointsMatcher());
          server.oidc(Customizer.withDefaults());
        });
    return http.cors(Customizer.withDefaults())
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .exceptionHandling(
            failures ->
                failures.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http) {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/error")
                    .permitAll() // or a refused request would be shown a login form
                    .anyRequest()
                    .authenticated())
        .formLogin(Customizer.withDefaults())
        .build();
  }

  /** The web page lives on another port, so its browser asks before it fetches a token. */
  @Bean
  CorsConfigurationSource corsConfigurationSource(SignInSettings settings) {
    var rules = new CorsConfiguration();
    rules.setAllowedOrigins(List.of(settings.origin().toString()));
    rules.setAllowedMethods(List.of("GET", "POST"));
    rules.setAllowedHeaders(List.of("Authorization", "Content-Type"));
    var source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/**", rules);
    return source;
  }

  @Bean
  AuthorizationServerSettings server(SignInSettings settings) {
    return AuthorizationServerSettings.builder().issuer(settings.issuer().toString()).build();
  }

  @Bean
  RegisteredClientRepository clients(SignInSettings settings) {
    return new InMemoryRegisteredClientRepository(WebClientRegistration.of(settings));
  }

  @Bean
  OAuth2AuthorizationService authorizations() {
    return new RecentAuthorizations();
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return new BCryptPasswordEncoder();
  }

  @Bean
  Accounts accounts(SignInSettings settings, PasswordEncoder encoder) throws IOException {
    return Accounts.read(settings.secrets(), encoder);
  }

  @Bean
  TokenClaims tokenClaims(Accounts accounts, SignInSettings settings) {
    return new TokenClaims(accounts, settings.audience());
  }

  @Bean
  JWKSource<SecurityContext> keys(SignInSettings settings) throws Exception {
    return new ImmutableJWKSet<>(new JWKSet(SigningKey.read(settings.secrets())));
  }
}
