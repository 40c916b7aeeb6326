package dev.safelight.metadata.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param subject opaque id of the account; null for somebody we don't know
 * @param admin whether everything is theirs to see
 */
public record Viewer(@Nullable String subject, boolean admin) {

  /** Somebody we don't know. */
  public static final Viewer ANONYMOUS = new Viewer(null, false);
}
