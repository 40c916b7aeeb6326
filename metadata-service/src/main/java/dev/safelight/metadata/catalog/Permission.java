package dev.safelight.metadata.catalog;

/** What is answered to somebody who wants to do something. */
public enum Permission {
  /** They may. */
  GRANTED,
  /** They may know of the image, but not do this. */
  FORBIDDEN,
  /** They may not even know that there is such an image. */
  HIDDEN
}
