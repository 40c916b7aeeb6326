package dev.safelight.metadata.catalog;

/** What somebody is to an image. */
enum Relation {
  OWNER,
  SHARED,
  OTHER,
  ANONYMOUS,
  ADMIN;

  static Relation of(Viewer viewer, ImageRecord image) {
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
