package dev.safelight.ingest.upload;

/** What to do with bytes that their owner has sent before. */
public enum OnDuplicate {
  /** Make another image of them, and say which is the earlier one. */
  KEEP,
  /** Answer with the earlier image. */
  RETURN
}
