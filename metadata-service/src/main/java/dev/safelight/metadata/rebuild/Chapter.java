package dev.safelight.metadata.rebuild;

/** Facts of a kind, in the order in which they are read: each needs what those before it made. */
public enum Chapter {
  /** What images belong to. */
  ITEMS,
  /** What the pipeline said of images. */
  PIPELINE,
  /** What people did to them. */
  CHANGES,
  /** Which of them are gone for good. */
  PURGES
}
