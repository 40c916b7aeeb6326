package dev.safelight.processor.process;

/**
 * An image within the limits needed more memory than there is. A defect of the deployment, not of
 * the image: it is parked, and can be replayed with a larger heap or lower limits.
 */
public class MemoryExhaustedException extends RuntimeException {

  MemoryExhaustedException(SourceImage source, OutOfMemoryError cause) {
    super("Not enough heap to develop " + source.header(), cause);
  }
}
