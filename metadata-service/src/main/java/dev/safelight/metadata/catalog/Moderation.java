package dev.safelight.metadata.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Whether others may see an image as far as moderators are concerned.
 *
 * @param onHold whether nobody else sees it before it is approved
 * @param decision the latest one; null where none was made
 */
public record Moderation(boolean onHold, @Nullable Decision decision) {

  /** Of an image that nobody has to look at. */
  public static final Moderation NONE = new Moderation(false, null);

  /** Whether a decision is waited for. */
  public boolean isPending() {
    return onHold && decision == null;
  }

  /** Whether it was decided that nobody else may see it. */
  public boolean isRefused() {
    return decision != null && !decision.approved();
  }
}
