package dev.safelight.processor.process;

/** Why an image will never be published, as far as this stage can tell. */
public enum RejectionReason {
  /** The stored bytes are not those that were scanned. */
  CONTENT_MISMATCH,
  /** Not a kind of image that is processed. */
  UNSUPPORTED,
  /** Cut off, broken or lying about itself. */
  UNREADABLE,
  /** Over the limits for decoding. */
  TOO_MANY_PIXELS,
  /** Not developed within the time limit. */
  TIMED_OUT,
  /** Not developed within the memory limit. */
  MEMORY_EXCEEDED,
  /** A decoder crashed on it, more than once. */
  DECODER_CRASHED,
  /** What was asked to be made of it cannot be. */
  UNSUITABLE_REQUEST
}
