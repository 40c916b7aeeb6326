package dev.safelight.webapi;

import io.micrometer.tracing.Tracer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Gives a service its sign-in, its form of errors and its callers. */
@AutoConfiguration(
    beforeName = {
      "org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration",
      "org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration"
    })
@EnableConfigurationProperties(OidcProperties.class)
@Import({SecurityConfiguration.class, ProblemAdvice.class})
class WebApiAutoConfiguration {

  @Bean
  ProblemWriter problemWriter(JsonMapper json, ObjectProvider<Tracer> tracer) {
    return new ProblemWriter(json, tracer.getIfAvailable());
  }

  @Bean
  WebFluxConfigurer callerArguments() {
    return new WebFluxConfigurer() {
      @Override
      public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(new CallerArgumentResolver());
      }
    };
  }
}
