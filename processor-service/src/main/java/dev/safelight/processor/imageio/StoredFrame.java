package dev.safelight.processor.imageio;

import dev.safelight.processor.process.SourceImage;

/**
 * One frame of an animation as it is stored.
 *
 * @param file a file of its own that shows nothing but this frame
 * @param left where its left edge is on the canvas, in pixels
 * @param top where its top edge is on the canvas, in pixels
 * @param delayMillis how long it is shown
 * @param blended whether it is laid over what was there, or takes its place
 * @param disposal what happens to the canvas after it was shown
 */
record StoredFrame(
    SourceImage file, int left, int top, int delayMillis, boolean blended, Disposal disposal) {

  /** What happens to the canvas after a frame was shown. */
  enum Disposal {
    /** It stays. */
    KEEP,
    /** The frame's rectangle becomes transparent. */
    CLEAR,
    /** It becomes what it was before the frame. */
    RESTORE
  }
}
