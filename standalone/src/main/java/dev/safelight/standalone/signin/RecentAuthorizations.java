package dev.safelight.standalone.signin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Authorizations in memory, the oldest forgotten. Tokens are verified by their signature, so all
 * that a forgotten one loses is a code that nobody came for.
 */
final class RecentAuthorizations implements OAuth2AuthorizationService {

  private static final int REMEMBERED = 1_000;

  private final InMemoryOAuth2AuthorizationService all = new InMemoryOAuth2AuthorizationService();
  private final Map<String, OAuth2Authorization> order = new LinkedHashMap<>();

  @Override
  public synchronized void save(OAuth2Authorization authorization) {
    all.save(authorization);
    order.put(authorization.getId(), authorization);
    if (order.size() > REMEMBERED) {
      remove(order.values().iterator().next());
    }
  }

  @Override
  public synchronized void remove(OAuth2Authorization authorization) {
    var known = all.findById(authorization.getId());
    if (known != null) {
      all.remove(known);
    }
    order.remove(authorization.getId());
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return all.findById(id);
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    return all.findByToken(token, type);
  }
}
