package dev.safelight.metadata.catalog;

import java.util.EnumSet;
import java.util.Set;

/** What somebody is to an image. */
public enum Relation {
  /** They uploaded it. */
  OWNER,
  /** It is shared with them. */
  SHARED,
  /** Nothing, for somebody we know. */
  OTHER,
  /** Nothing, for somebody we don't know. */
  ANONYMOUS,
  /** Everything is theirs to see. */
  ADMIN,
  /** They decide what others see. */
  MODERATOR,
  /** They hold a signed address. */
  LINK;

  /** A moderator is something else besides; of their own images they are the owner only. */
  static Set<Relation> of(Viewer viewer, ImageRecord image) {
    var first = first(viewer, image);
    return viewer.moderator() && (first == OTHER || first == SHARED)
        ? EnumSet.of(first, MODERATOR)
        : EnumSet.of(first);
  }

  /** All that somebody may be to some image. */
  static Set<Relation> possible(Viewer viewer) {
    if (viewer.admin()) {
      return EnumSet.of(ADMIN);
    }
    if (viewer.subject() == null) {
      return EnumSet.of(ANONYMOUS);
    }
    return viewer.moderator()
        ? EnumSet.of(OWNER, SHARED, OTHER, MODERATOR)
        : EnumSet.of(OWNER, SHARED, OTHER);
  }

  private static Relation first(Viewer viewer, ImageRecord image) {
    if (viewer.admin()) {
      return ADMIN;
    }
    var subject = viewer.subject();
    if (subject == null) {
      return ANONYMOUS;
    }
    if (image.upload().owner().equals(subject)) {
      return OWNER;
    }
    return image.details().audience().sharedWith().contains(subject) ? SHARED : OTHER;
  }
}
