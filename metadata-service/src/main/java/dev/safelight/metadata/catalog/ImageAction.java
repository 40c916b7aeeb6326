package dev.safelight.metadata.catalog;

/** What somebody may want to do with an image. */
public enum ImageAction {
  /** Read its record, and hear of what becomes of it. */
  READ,
  /** See its pictures. */
  VIEW,
  /** Change what is said of it. */
  CHANGE,
  /** Delete it so that it can be restored. */
  DELETE,
  /** Undo that. */
  RESTORE,
  /** Delete it for good. */
  PURGE,
  /** Let others see a picture by an address. */
  SIGN,
  /** Read who looked at it. */
  AUDIT,
  /** Decide whether others may see it. */
  MODERATE,
  /** Send it through the pipeline once more. */
  REPLAY
}
