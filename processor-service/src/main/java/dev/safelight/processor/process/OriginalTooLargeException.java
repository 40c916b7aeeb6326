package dev.safelight.processor.process;

/**
 * An original was accepted that is larger than this service may hold in memory. A defect of the
 * deployment, whose limits contradict each other: it is parked.
 */
public class OriginalTooLargeException extends RuntimeException {

  OriginalTooLargeException(long sizeBytes, long maxBytes) {
    super(
        "An original of %d bytes was accepted, but only %d may be held in memory"
            .formatted(sizeBytes, maxBytes));
  }
}
