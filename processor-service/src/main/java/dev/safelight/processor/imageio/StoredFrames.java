package dev.safelight.processor.imageio;

/**
 * The frames of an original, each found in the file when it is asked for. Where the file is not
 * sound, this ends with an {@link IndexOutOfBoundsException}, {@link
 * java.nio.BufferUnderflowException} or {@link IllegalArgumentException}.
 */
interface StoredFrames {

  /** How often all are shown; 0 for without end. */
  int plays();

  /** The next one, which must be there. */
  StoredFrame next();
}
