package dev.safelight.processor.worker;

import java.io.IOException;

/** The other side said what makes no sense. */
class GarbageException extends IOException {

  GarbageException(String message) {
    super(message);
  }

  GarbageException(String message, Throwable cause) {
    super(message, cause);
  }
}
