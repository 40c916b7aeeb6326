package dev.safelight.processor.worker;

import java.io.IOException;

/** The other side has more to say than may be held in memory. */
class TooLargeException extends IOException {

  TooLargeException(long bytes, long maxBytes) {
    super("A message of %d bytes, where %d are allowed".formatted(bytes, maxBytes));
  }
}
