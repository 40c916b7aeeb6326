package dev.safelight.webapi;

import java.util.Set;

/**
 * Who is calling. Controller methods take it as a parameter.
 *
 * @param subject opaque id of the account, the token's {@code sub}; empty for nobody in particular
 * @param admin whether the token carries the role {@code admin}
 * @param scopes scopes of the token
 */
public record Caller(String subject, boolean admin, Set<String> scopes) {

  /** A caller without a token. */
  public static final Caller ANONYMOUS = new Caller("", false, Set.of());

  /** Whether there is no token. */
  public boolean isAnonymous() {
    return subject.isEmpty();
  }
}
