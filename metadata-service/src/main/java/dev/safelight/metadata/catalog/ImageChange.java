package dev.safelight.metadata.catalog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did to an image, to be told to everybody. Complete in itself, so that telling it
 * again later says exactly the same.
 */
public sealed interface ImageChange {

  /** What, when and by whom. */
  Cause cause();

  /**
   * What any change has.
   *
   * @param eventId identity of the fact
   * @param imageId the image
   * @param owner opaque id of the account it belongs to
   * @param by opaque id of the account that did it; null where the system did
   * @param at when
   * @param revision counts what people did to the image, from 1
   */
  record Cause(
      UUID eventId, UUID imageId, String owner, @Nullable String by, Instant at, long revision) {}

  /**
   * What is said of it is other than before.
   *
   * @param details all of it, as it is now
   * @param curation what follows from it
   * @param changed names of the members that are other than before
   */
  record Updated(Cause cause, ImageDetails details, Curation curation, List<String> changed)
      implements ImageChange {}

  /**
   * What follows from a change of details.
   *
   * @param standing whether the image stands for its item
   * @param linksValidFrom signed addresses made before are not good any more; null where none is
   *     revoked
   * @param onHold whether a moderator has to approve the image
   */
  record Curation(Standing standing, @Nullable Instant linksValidFrom, boolean onHold) {

    /** What is true of an image now. */
    public static Curation of(ImageRecord image) {
      return new Curation(
          image.history().standing(),
          image.history().linksValidFrom(),
          image.state().moderation().onHold());
    }
  }

  /**
   * It was deleted and can be restored for a while.
   *
   * @param size bytes of the original, for quotas
   * @param restorableUntil from then on it may be purged
   */
  record Deleted(Cause cause, long size, Instant restorableUntil) implements ImageChange {

    /** Whether it can't be restored at all. */
    public boolean isFinal() {
      return !restorableUntil.isAfter(cause.at());
    }
  }

  /**
   * It is back.
   *
   * @param size bytes of the original, for quotas
   */
  record Restored(Cause cause, long size) implements ImageChange {}

  /**
   * A moderator decided.
   *
   * @param decision what
   */
  record Moderated(Cause cause, Decision decision) implements ImageChange {}

  /**
   * Nothing of it is left but its id.
   *
   * @param size bytes of the original, for quotas
   */
  record Purged(Cause cause, long size) implements ImageChange {}
}
