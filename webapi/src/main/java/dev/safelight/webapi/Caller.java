package dev.safelight.webapi;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling. Controller methods take it as a parameter.
 *
 * @param subject opaque id of the account, the token's {@code sub}; empty for nobody in particular
 * @param roles roles that the token carries
 * @param scopes scopes of the token
 * @param until when the token ends; null for nobody in particular
 */
public record Caller(
    String subject, Set<String> roles, Set<String> scopes, @Nullable Instant until) {

  /** A caller without a token. */
  public static final Caller ANONYMOUS = new Caller("", Set.of(), Set.of(), null);

  /** Whether there is no token. */
  public boolean isAnonymous() {
    return subject.isEmpty();
  }

  /** Whether everything is theirs to see. */
  public boolean admin() {
    return roles.contains("admin");
  }

  /** Whether they decide what others see. */
  public boolean moderator() {
    return roles.contains("moderator");
  }
}
