package dev.safelight.metadata.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param subject opaque id of the account; null for somebody we don't know
 * @param admin whether everything is theirs to see
 * @param moderator whether they decide what others see
 */
public record Viewer(@Nullable String subject, boolean admin, boolean moderator) {

  /** Somebody we don't know. */
  public static final Viewer ANONYMOUS = new Viewer(null, false);

  /** Somebody who is no moderator. */
  public Viewer(@Nullable String subject, boolean admin) {
    this(subject, admin, false);
  }
}
