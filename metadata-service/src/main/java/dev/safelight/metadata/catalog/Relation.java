package dev.safelight.metadata.catalog;

import java.util.EnumSet;
import java.util.Set;

/** What somebody is to an image. */
enum Relation {
  OWNER,
  SHARED,
  OTHER,
  ANONYMOUS,
  ADMIN,
  MODERATOR;

  /** A moderator is something else besides; of their own images they are the owner only. */
  static Set<Relation> of(Viewer viewer, ImageRecord image) {
    var first = first(viewer, image);
    return viewer.moderator() && (first == OTHER || first == SHARED)
        ? EnumSet.of(first, MODERATOR)
        : EnumSet.of(first);
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
