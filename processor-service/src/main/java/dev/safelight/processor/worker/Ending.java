package dev.safelight.processor.worker;

/** Why a worker was replaced. */
enum Ending {
  /** It has developed as many images as one worker may, or has grown large. */
  RECYCLED,
  /** It took too long for an image. */
  TIMED_OUT,
  /** It needed too much memory for an image. */
  MEMORY_EXCEEDED,
  /** What it made of an image is too large to be held by the service. */
  RESULT_TOO_LARGE,
  /** It ended by itself. */
  CRASHED,
  /** It said what made no sense. */
  TALKED_NONSENSE,
  /** Its engine failed in a way that says nothing of the image. */
  ENGINE_FAILED
}
