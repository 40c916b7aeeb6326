package dev.safelight.webapi;

import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;

/**
 * Which requests a service lets in. Given as a bean; what it does not name is denied, and health
 * and metrics are let in for all.
 */
@FunctionalInterface
public interface AccessRules {

  /** Adds the service's rules, first match first. */
  void apply(AuthorizeExchangeSpec requests);
}
