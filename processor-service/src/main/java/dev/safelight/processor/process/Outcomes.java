package dev.safelight.processor.process;

/** Where outcomes are announced. Both methods return once the announcement is certain. */
public interface Outcomes {

  /** Every variant is stored. */
  void processed(ClearedImage image, ProcessedImage result);

  /** The image will never be published. */
  void rejected(ClearedImage image, BadImageException verdict);
}
